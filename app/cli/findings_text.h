// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"

#include <string>

namespace tideline {

/// Findings for people: one block each, gravest first, and a closing line that counts them.
std::string findingsText(const Analysis& analysis);
/// {"findings": [{"rule", "severity", "subject": {"kind", "id", "name"}, "message", "remedy", "fix", "accepted"}]}.
std::string findingsJson(const Analysis& analysis);
/// SARIF 2.1.0, as code-scanning services read it. `file` is the name of the design's file.
std::string findingsSarif(const Analysis& analysis, const std::string& file);

}  // namespace tideline
