// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/base/id.h"
#include "core/design/host.h"

#include <string>
#include <vector>

namespace tideline {

/// A workload that could not be moved to a curve's host.
struct StayedService {
    ServiceId id;
    std::string name, rule, reason;
    Host host = Host::Kubernetes;  ///< that it runs on instead
};

/// Dollars a month over requests a month (decisions.md 2).
struct CostCurve {
    std::string key;    ///< as-designed, all-kubernetes, all-functions, all-wasm, optimal
    std::string title;  ///< "As designed", "All Kubernetes", ...
    bool whole = true;  ///< false: some workloads stayed where they were
    bool isStaircase = false;  ///< steps of whole nodes or replicas: drawn with vertical risers
    std::vector<double> monthly;  ///< one for each of Curves::requestsPerMonth
    std::vector<StayedService> infeasible;
};

/// From `requestsPerMonth` on, the smallest such whole number, `to` is strictly cheaper than `from`.
struct Crossover {
    Exact requestsPerMonth;  ///< whole
    std::string from, to;    ///< keys of all-... curves
    bool lowest = false;     ///< `to` becomes the cheapest of all
    Exact monthly;           ///< of `to` at this number, unrounded
    std::string reason;      ///< "Kubernetes costs the same at any load up to here; ..."
    std::vector<std::string> dependsOn;  ///< keys of prices without a value that only one of the two bills has, sorted
};

/// Where one curve is the cheapest: from `fromRequests` up to before the next interval.
struct CheapestInterval {
    Exact fromRequests;
    std::string curve;
};

struct Curves {
    std::vector<double> requestsPerMonth;
    std::vector<CostCurve> curves;
    std::vector<Crossover> crossovers;  ///< by requests per month, then from, to
    std::vector<CheapestInterval> cheapest;  ///< the lower envelope of the all-... curves over the range
    std::vector<CheapestInterval> regions;  ///< the same with the design as drawn, where that alone is the cheapest
    std::string whyNone;  ///< why there is no curve; empty where there is one
};

struct CurveRange {
    double from = 10'000, to = 1'000'000'000;
    int points = 200;  ///< evenly spaced in log10, 2 to 10,000
};

}  // namespace tideline
