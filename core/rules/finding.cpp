// SPDX-License-Identifier: Apache-2.0
#include "core/rules/finding.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array<std::string_view, 3> kSeverityKeys{"hint", "warning", "problem"};

}  // namespace

std::string_view keyOf(Severity severity) {
    return kSeverityKeys[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severityOfKey(std::string_view key) {
    const auto at = std::ranges::find(kSeverityKeys, key);
    return at == kSeverityKeys.end() ? std::nullopt : std::optional(static_cast<Severity>(at - kSeverityKeys.begin()));
}

}  // namespace tideline
