// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/design_inputs.h"
#include "core/figures/figures.h"

namespace tideline {

/// What happens to a number when one input changes, found by computing everything again.
struct InputEffect {
    DesignInput input;
    double changedTo = 0;  ///< 1 % more; one more for whole numbers; less where no more is allowed
    /// Percent by which the number changes for each percent of the input. For whole numbers: for the one step, in
    /// proportion.
    double elasticity = 0;
    std::optional<Exact> moved;  ///< the number with the changed input; absent: a crossover that goes away
};

struct LineExplanation {
    BillLine line;
    std::optional<Price> price;  ///< absent: set by hand, or no book has it
    std::vector<InputEffect> effects;  ///< those that move the line's dollars, strongest first
};

struct CrossoverExplanation {
    Crossover crossover;
    std::string fromTitle, toTitle;
    Bill from, to;  ///< at the crossover
    std::vector<InputEffect> effects;  ///< those that move it, strongest first
    std::size_t tried = 0, inputs = 0;  ///< inputs that were varied, and those that there are
};

/// More inputs than this are not varied: those of the services with the largest bills come first.
inline constexpr std::size_t kMostVaried = 600;

/// The line of this key on the bill as drawn, at the drawn traffic. The error lists similar keys.
Result<LineExplanation> explainLine(const Variable& subject, const Catalog& catalog, std::string_view key);

/// The crossover nearest to so many requests per month, of those from `range`.
Result<CrossoverExplanation> explainCrossover(const Variable& subject, const Catalog& catalog, const Exact& requests,
                                              const CurveRange& range = {});

}  // namespace tideline
