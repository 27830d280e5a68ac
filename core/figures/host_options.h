// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/design_model.h"
#include "core/figures/figures.h"

namespace tideline {

/// Each service on each host: the design billed again with this one service moved. `bill` is that of `drawn`.
std::map<ServiceId, std::vector<HostOption>> hostOptions(DesignModel& design, BillModel& drawn, const Bill& bill);

}  // namespace tideline
