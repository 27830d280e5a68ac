// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_scalar.h"

#include "core/base/utf8.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace tideline {

namespace {

constexpr std::size_t kLongestPlain = 80;

/// Words that at least one reader takes for a switch, null or a number, without regard to case.
constexpr std::array<std::string_view, 11> kTypedWords{"y",    "n",     "yes",  "no",  "on", "off",
                                                       "true", "false", "null", "nan", "inf"};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isPlainCharacter(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/' || c == '-';
}

bool isTypedWord(std::string_view text) {
    return std::ranges::any_of(kTypedWords,
                               [text](std::string_view word) { return std::ranges::equal(word, text, {}, {}, lower); });
}

bool canBePlain(std::string_view text) {
    return !text.empty() && text.size() <= kLongestPlain && (isLetter(text[0]) || text[0] == '/' || text[0] == '_') &&
           std::ranges::all_of(text, isPlainCharacter) && !isTypedWord(text);
}

bool isCleanLine(std::string_view line) {
    if (line.empty()) {
        return true;
    }
    if (line.back() == ' ') {
        return false;
    }
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint character = codePointAt(line, at);
        if (character.length == 0 || isInvisible(character.value)) {
            return false;
        }
        at += character.length;
    }
    return true;
}

/// Left out: a body that starts with a space, which needs an indicator that readers take differently, and one that
/// starts with an empty line, of which a person cannot see where it starts. Later lines may be indented.
bool canBeLiteral(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || text.front() == '\n' || text.front() == ' ') {
        return false;
    }
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (!isCleanLine(text.substr(from, end - from))) {
            return false;
        }
        from = end + 1;
    }
    return true;
}

void appendEscape(std::string& out, char32_t character) {
    const auto value = static_cast<std::uint32_t>(character);
    switch (character) {
    case U'\n': out += "\\n"; return;
    case U'\r': out += "\\r"; return;
    case U'\t': out += "\\t"; return;
    default: break;
    }
    if (value < 0x100) {
        fmt::format_to(std::back_inserter(out), "\\x{:02X}", value);
    } else if (value < 0x10000) {
        fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
    } else {
        fmt::format_to(std::back_inserter(out), "\\U{:08X}", value);
    }
}

}  // namespace

ScalarStyle scalarStyleOf(std::string_view text) {
    if (canBePlain(text)) {
        return ScalarStyle::Plain;
    }
    return !text.empty() && canBeLiteral(text) ? ScalarStyle::Literal : ScalarStyle::DoubleQuoted;
}

ScalarStyle keyStyleOf(std::string_view text) {
    return canBePlain(text) ? ScalarStyle::Plain : ScalarStyle::DoubleQuoted;
}

void appendQuoted(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = codePointAt(text, at);
        if (character.value == U'"' || character.value == U'\\') {
            out += '\\';
            out += text[at];
        } else if (isInvisible(character.value)) {
            appendEscape(out, character.value);
        } else {
            out += text.substr(at, character.length);
        }
        at += std::max<std::size_t>(character.length, 1);
    }
    out += '"';
}

std::string decimalText(double number) {
    if (number == std::trunc(number) && std::abs(number) < 9e15) {
        return fmt::format("{}", static_cast<std::int64_t>(number));
    }
    std::string text = fmt::format("{}", number);
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos && text.find('.') == std::string::npos) {
        text.insert(exponent, ".0");
    }
    return text;
}

}  // namespace tideline
