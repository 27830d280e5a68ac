// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"
#include "core/figures/design_model.h"

namespace tideline {

/// The loads of a range, evenly spaced in log10; its ends are exact.
std::vector<double> loadsOf(const CurveRange& range);

/// The same bills over many loads: as drawn and with everything on one host, with their exact crossovers. `drawn` is
/// the bill of the design as it is drawn.
Curves sweepOf(DesignModel& design, BillModel& drawn, const CurveRange& range);

}  // namespace tideline
