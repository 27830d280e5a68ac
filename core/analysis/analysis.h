// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"
#include "core/rules/rules.h"

namespace tideline {

/// Figures and findings of a design: all that views and exporters need. `catalog` must outlive it.
struct Analysis {
    Figures figures;
    std::vector<Finding> findings;
    const Catalog* catalog = nullptr;
};

Analysis analyze(Design design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range = {});

}  // namespace tideline
