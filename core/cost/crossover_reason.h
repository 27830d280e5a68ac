// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/crossovers.h"

namespace tideline {

/// Why `to` becomes cheaper than `from` at so many requests a month, in one sentence with the numbers. `first` is the
/// smallest load of the comparison.
std::string crossoverReason(const Contender& from, const Contender& to, std::int64_t requests, std::int64_t first);

/// "All functions become cheaper", "Kubernetes becomes cheaper": the title or subject of a curve with its verb.
std::string becomesCheaper(std::string_view title);

}  // namespace tideline
