// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/usage.h"

namespace tideline {

/// Capacity units of the cluster's load balancer: for each hour of the week the largest of new connections a second /
/// 25, open connections / 3,000, GB an hour, and rules beyond ten x requests a second / 1,000 (cost.md 2.4), over the
/// public services on Kubernetes. Each request opens a connection and holds it for its duration, or for its session.
Measure balancerUnits(const CostModel& model, const Hosts& hosts);

}  // namespace tideline
