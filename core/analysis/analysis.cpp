// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/analysis.h"

namespace tideline {

Analysis analyze(Design design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range) {
    Analysis analysis{.figures = figuresOf(std::move(design), catalog, prices, range), .catalog = &catalog};
    analysis.findings = findingsOf(analysis.figures);
    return analysis;
}

}  // namespace tideline
