// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"
#include "core/figures/design_model.h"

namespace tideline {

/// The same bills over many loads: as drawn and with everything on one host, with their exact crossovers. `drawn` is
/// the bill of the design as it is drawn.
Curves sweepOf(DesignModel& design, BillModel& drawn, const CurveRange& range);

}  // namespace tideline
