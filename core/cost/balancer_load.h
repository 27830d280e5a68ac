// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/usage.h"

#include <map>

namespace tideline {

/// Capacity units of the cluster's load balancer: for each hour of the week the largest of new connections a second /
/// 25, open connections / 3,000, GB an hour, and rules beyond ten x requests a second / 1,000 (cost.md 2.4), over the
/// public services on Kubernetes. Each request opens a connection and holds it for its duration, or for its session.
/// Kept for every set of such services that was asked for: placements mostly share it. Not safe for two threads at once.
class BalancerUnits {
public:
    Measure of(const CostModel& model, const Hosts& hosts);

private:
    std::map<std::vector<std::size_t>, Measure> m_known;
};

}  // namespace tideline
