// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/usage.h"

namespace tideline {

/// The lines of the cluster and of the network that belong to nobody, in the order of decisions.md 6, without those
/// that are switched off. `hosts` says where each service runs.
Usages clusterUsages(const CostModel& model, const Hosts& hosts);

/// NAT gateways that the design needs: none, the number that is set, or one a zone.
double natGateways(const CostModel& model, const Hosts& hosts);

}  // namespace tideline
