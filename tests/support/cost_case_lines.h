// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace YAML {
class Node;
}

namespace tideline::test {

/// One published line: units of a shipped price, of one of its tiers, or of a price that the example states itself.
struct CaseLine {
    std::string price;
    Exact units;
    int tier = -1;     ///< -1: all of them
    Exact free = 0;    ///< taken off first, where the example applies a free amount
    Exact stated = 0;  ///< dollars a unit where the example has a price of its own
};

using CaseLines = std::vector<CaseLine>;
/// The lines of a case from its inputs.
using CaseRecipe = std::function<CaseLines(const YAML::Node&)>;

/// How each published case of cost_cases.json is made of units and prices, by its id.
std::map<std::string, CaseRecipe> awsCases();
std::map<std::string, CaseRecipe> otherCases();

}  // namespace tideline::test
