// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"

#include <cstdint>

namespace tideline {

/// Refuses what no JSON reader should be given: too many bytes, other encodings, bytes that are no UTF-8.
Result<void> checkJsonText(const SourceText& source, std::uint64_t mostBytes);

/// "orders.tideline:12:5" for a byte of the text.
std::string jsonPlaceText(const SourceText& source, std::size_t byte);

/// Why the parser stopped at this byte, in our words.
Error jsonSyntaxError(const SourceText& source, std::size_t byte);

}  // namespace tideline
