// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"

#include <string>
#include <vector>

namespace tideline::test {

/// A design that a rule speaks about, one nearly like it that it leaves alone, and the words of the finding.
struct RuleCase {
    std::string rule;
    Figures triggering, quiet;
    std::string message, remedy;
};

/// At least one case for each rule.
std::vector<RuleCase> ruleCases();

/// Cases of what the exports and their readers would refuse, in a file of their own.
std::vector<RuleCase> exportRuleCases();

/// Figures of a design as far as they follow from fields and traffic; capacity, bill and options are left to the test.
Figures figuresWithoutBill(Design design);

}  // namespace tideline::test
