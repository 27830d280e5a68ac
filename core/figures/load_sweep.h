// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"
#include "core/cost/cost_curve.h"

namespace tideline {

/// The loads of a range, evenly spaced in log10; its ends are exact.
std::vector<double> loadsOf(const CurveRange& range);

/// Dollars a month at each of the loads, which grow: two or more, in requests a month of which the design draws
/// `drawnRequests`. Between loads without a step the bill is a straight line and is not added up again.
std::vector<double> dollarsOver(BillModel& model, const std::vector<double>& loads, double drawnRequests);

/// The same bills over many loads: as drawn and with everything on one host, with their exact crossovers. `drawn` is
/// the bill of the design as it is drawn, made from the same shelf.
Curves sweepOf(UsageShelf& shelf, BillModel& drawn, const CurveRange& range);

}  // namespace tideline
