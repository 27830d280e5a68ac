// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tideline {

/// Text of a stranger as a message may show it: invisible characters and bad bytes as \n, \t, \x1b, \u202e, cut at 64
/// characters with "…".
std::string shownText(std::string_view text);
/// 250000 as "250,000".
std::string shownCount(std::uint64_t count);
/// Bytes for people: "52 MB", "1.5 KB", "17 bytes"; 1 KB = 1,024 bytes, rounded up.
std::string shownBytes(std::uint64_t bytes);

}  // namespace tideline
