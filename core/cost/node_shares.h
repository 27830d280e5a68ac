// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/capacity/capacity.h"
#include "core/capacity/node_packing.h"
#include "core/cost/bill.h"
#include "core/cost/cost_model.h"

#include <map>

namespace tideline {

/// What of the nodes each service takes, in dollars a month: nodes, Auto Mode and node disks shared out by the mean pods
/// of the month times the scarcer of CPU and memory that one of them asks for. What stands empty is paid for in the same
/// proportion, so the shares add up to the lines. For people to read; the bill itself gives nodes to nobody.
/// Services that run on every node, and those of clusters that are billed by pods, have no share.
std::map<ServiceId, double> nodeShares(const CostModel& model, const std::map<ServiceId, Capacity>& capacities,
                                       const NodeRoom& room, const Bill& bill);

}  // namespace tideline
