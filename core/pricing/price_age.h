// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace tideline {

/// The day of "2026-08-16", or the first day of "2026-11": a month counts as old as it may be. Nothing for other text.
std::optional<std::chrono::sys_days> priceDay(std::string_view asOf);

}  // namespace tideline
