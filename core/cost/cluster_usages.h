// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/balancer_load.h"

namespace tideline {

/// The lines of the cluster and of the network that belong to nobody, in the order of decisions.md 6, without those
/// that are switched off. `hosts` says where each service runs.
Usages clusterUsages(const CostModel& model, const Hosts& hosts, BalancerUnits& balancers);

/// The same without the data between zones: a bill with one service moved takes that from the drawn one.
Usages clusterUsagesBesideZones(const CostModel& model, const Hosts& hosts, BalancerUnits& balancers);
bool isZoneLine(const Usage& usage);
/// The part of that line over the connections of one service; nothing where it has none.
std::optional<Usage> zoneUsage(const CostModel& model, const Hosts& hosts, std::size_t service);

/// NAT gateways that the design needs: none, the number that is set, or one a zone.
double natGateways(const CostModel& model, const Hosts& hosts);

/// Kilobytes a month at the drawn traffic over one connection.
struct CarriedBytes {
    const CallFacts* call = nullptr;  ///< lives in the model
    double kilobytes = 0;
};

/// What a line of the network counts.
struct NetworkTraffic {
    std::vector<CarriedBytes> connections;
    double ofNoConnection = 0;  ///< kilobytes that functions carry outside although nobody drew it
};

/// Of the line "nat-data"; empty without gateways.
NetworkTraffic natTraffic(const CostModel& model, const Hosts& hosts);
/// Of the line "cross-az", before the share that stays in its zone is taken off.
NetworkTraffic zoneTraffic(const CostModel& model, const Hosts& hosts);

}  // namespace tideline
