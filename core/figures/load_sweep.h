// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"
#include "core/cost/cost_curve.h"

namespace tideline {

/// The loads of a range, evenly spaced in log10; its ends are exact.
std::vector<double> loadsOf(const CurveRange& range);

/// The same bills over many loads: as drawn and with everything on one host, with their exact crossovers. `drawn` is
/// the bill of the design as it is drawn, made from the same shelf.
Curves sweepOf(UsageShelf& shelf, BillModel& drawn, const CurveRange& range);

}  // namespace tideline
