// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"

namespace tideline {

/// A figure that the articles print for one of their two scenarios, beside ours.
struct ArticleFigure {
    std::string_view id;    ///< of article_cases.json
    std::string_view what;  ///< "Compute of 100,000 requests"
    std::string_view unit;  ///< "USD", "times", "requests"
    double published = 0;
    Exact ours;
    std::string_view reason;  ///< why the two differ, or that they do not
    double publishedTo = 0;  ///< the end of a printed range that begins at `published`; 0 for a figure
};

enum class ArticleScenario { None, A, B };

/// Whether the design is still one of the two scenarios in all that their figures hang on: 100,000 requests of 200 ms
/// and 256 MB, or 50,000,000 of 500 ms and 1,024 MB, on a function of x86.
ArticleScenario scenarioOf(const Design& design);

/// All printed figures of the design's scenario, computed with the engine. Nothing for other designs.
std::vector<ArticleFigure> articleFigures(const Design& design, const Catalog& catalog, const PriceBook& prices);

}  // namespace tideline
