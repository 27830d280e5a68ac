// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/design_inputs.h"
#include "core/figures/figures.h"

#include <cstdint>

namespace tideline {

struct SampleOptions {
    int samples = 1000;        ///< 1 to 100,000
    std::uint64_t seed = 1;    ///< the same seed gives the same result on any machine
    int threads = 0;           ///< 0 = as many as the machine has; the result does not depend on it
};

/// What a curve costs in the middle of all cases and at their edges, one number for each load.
struct CostBand {
    std::string key, title;
    std::vector<double> p10, p50, p90;  ///< dollars a month
};

/// How probable it is that `first` is strictly cheaper than `second`, for each load: 0 to 1.
struct Preference {
    std::string first, second;
    std::vector<double> probability;
};

struct Uncertainty {
    std::vector<double> requestsPerMonth;
    std::vector<CostBand> bands;          ///< as designed, then the all-... curves
    std::vector<Preference> preferences;  ///< each two of the all-... curves
    int samples = 0;
};

/// Bills over the loads of `range`, with every input of settings.ranges drawn anew for each sample: evenly between its
/// ends, or in a triangle around its most likely value. Fails where there are no ranges, or one names no input.
Result<Uncertainty> uncertaintyOf(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                  const CurveRange& range, const SampleOptions& options);

}  // namespace tideline
