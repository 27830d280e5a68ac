// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill.h"

#include <QStringList>

namespace tideline {

/// "936,000 GB-s"; empty for sums that no meter makes.
QString unitsText(const BillLine& line);

/// What a line is made of, one step a row: its arithmetic, whose price it is, the source with its date.
QStringList lineSteps(const BillLine& line);
/// How many rows that are, without writing them.
int lineStepCount(const BillLine& line);
/// The same with the address of the source, for tooltips and the help of a line.
QString sourceText(const BillLine& line);

/// What a person should know about a line before trusting it.
enum class LineMark {
    None,
    Own,       ///< a price of a book of one's own
    Discount,  ///< a discount that the design states
    ByHand,    ///< a sum set by hand
    Doubt,     ///< the figure is recalled, second-hand or contradicted
    Open,      ///< no price is known
};
/// The gravest of them; `price` is null where no book has it.
LineMark markOf(const BillLine& line, const Price* price);
/// "your book", "discount", ...; empty for none.
QString wordOf(LineMark mark);

}  // namespace tideline
