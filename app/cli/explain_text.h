// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/article_figures.h"
#include "core/figures/explanation.h"
#include "core/figures/node_choice.h"
#include "core/figures/readings.h"
#include "core/json/json_value.h"

namespace tideline {

// Each as text for people, and as a JSON document.

std::string lineText(const LineExplanation& explanation);
JsonValue lineJson(const LineExplanation& explanation);

std::string crossoverText(const CrossoverExplanation& explanation);
JsonValue crossoverJson(const CrossoverExplanation& explanation);

std::string readingsText(const std::vector<ReadingResult>& results);
JsonValue readingsJson(const std::vector<ReadingResult>& results);

std::string nodesText(const std::vector<NodeChoice>& choices);
JsonValue nodesJson(const std::vector<NodeChoice>& choices);

/// Empty where there are none.
std::string articleText(const std::vector<ArticleFigure>& figures);
JsonValue articleJson(const std::vector<ArticleFigure>& figures);

/// Every line of a bill with its arithmetic and source.
std::string arithmeticText(const Bill& bill, const Design& design);
JsonValue arithmeticJson(const Bill& bill);

}  // namespace tideline
