// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tideline {

/// How a text is written so that PyYAML, kubectl, YAML 1.2 and js-yaml read the same text back (export.md 3.1).
enum class ScalarStyle { Plain, DoubleQuoted, Literal };

/// Literal only for a clean text of several lines. The text must be UTF-8.
ScalarStyle scalarStyleOf(std::string_view text);
/// Keys are never literal.
ScalarStyle keyStyleOf(std::string_view text);
/// In double quotes, with the escapes that all four readers know; no line break is left in it.
void appendQuoted(std::string& out, std::string_view text);
/// Shortest decimal that PyYAML takes for a number too (it wants a point before an exponent). Must be finite.
std::string decimalText(double number);

}  // namespace tideline
