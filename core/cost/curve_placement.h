// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"
#include "core/cost/cost_model.h"
#include "core/cost/usage.h"

#include <span>

namespace tideline {

/// A curve whose workloads are all on one host, as far as they can be.
struct CurveKind {
    std::string_view key, title, subject;  ///< subject: begins a sentence about its bill, "Kubernetes"
    Host host;
};

/// all-kubernetes, all-functions, all-wasm.
std::span<const CurveKind> curveKinds();
const CurveKind* findCurveKind(std::string_view key);

/// Where the services run on a curve, and which workloads stayed behind and why. A service goes to the provider only
/// where that has a price: one that stands in somebody's contract counts 0 and would decide every comparison.
struct CurvePlacement {
    Hosts hosts;
    std::vector<StayedService> infeasible;  ///< in id order
    bool movedSome = false;  ///< a workload runs on the curve's host; a curve without one is left out
};

CurvePlacement placedOn(const CurveKind& kind, const CostModel& model);

/// As drawn.
Hosts drawnHosts(const CostModel& model);

}  // namespace tideline
