// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace tideline {

/// A character of a UTF-8 text. `length` is its number of bytes; 0 where the bytes are no UTF-8 (overlong forms,
/// surrogates and values over U+10FFFF are none).
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

/// The character that starts at byte `at`, which must be inside the text.
CodePoint codePointAt(std::string_view text, std::size_t at);
/// Where the printable ASCII and line breaks end that begin at byte `at`: nearly all of what is read.
std::size_t endOfPlainText(std::string_view text, std::size_t at);
/// Offset of the first byte that is not UTF-8.
std::optional<std::size_t> firstBadByte(std::string_view text);
/// Characters of a UTF-8 text; a bad byte counts as one.
std::size_t characterCount(std::string_view text);
/// True for what a person cannot see and a reader may trip over: control characters (line breaks and tabs too), DEL,
/// byte order marks, separators and direction marks, noncharacters.
bool isInvisible(char32_t character);

}  // namespace tideline
