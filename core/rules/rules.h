// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"
#include "core/rules/finding.h"

#include <span>
#include <vector>

namespace tideline {

/// An opinion about the figures. It reads figures and computes none.
struct Rule {
    std::string_view key;  ///< "family.rule"
    Severity severity;     ///< the usual one; a finding may be milder
    std::string_view title, source;
    void (*check)(const Figures&, std::vector<Finding>&);
};

/// All rules, by family.
std::span<const Rule> rules();

/// Findings of all rules: problems first, then by rule and subject. Accepted ones are marked, not left out.
std::vector<Finding> findingsOf(const Figures& figures);

}  // namespace tideline
