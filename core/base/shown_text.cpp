// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"

#include "core/base/utf8.h"

#include <fmt/core.h>

#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr int kShownCharacters = 64;

std::string escaped(char32_t character) {
    switch (character) {
    case U'\n': return "\\n";
    case U'\r': return "\\r";
    case U'\t': return "\\t";
    default: break;
    }
    const auto value = static_cast<std::uint32_t>(character);
    if (value < 0x100) {
        return fmt::format("\\x{:02x}", value);
    }
    return value < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\U{:08x}", value);
}

}  // namespace

std::string shownText(std::string_view text) {
    std::string shown;
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == kShownCharacters) {
            return shown + "…";
        }
        const CodePoint character = codePointAt(text, at);
        if (character.length == 0) {
            shown += escaped(static_cast<unsigned char>(text[at]));
            ++at;
            continue;
        }
        if (isInvisible(character.value)) {
            shown += escaped(character.value);
        } else {
            shown += text.substr(at, character.length);
        }
        at += character.length;
    }
    return shown;
}

std::string shownCount(std::uint64_t count) {
    std::string digits = fmt::format("{}", count);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string shownBytes(std::uint64_t bytes) {
    if (bytes < 1024) {
        return fmt::format("{} {}", bytes, bytes == 1 ? "byte" : "bytes");
    }
    constexpr std::array<const char*, 4> kUnits{"KB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    while (size >= 1024 && unit + 1 < kUnits.size()) {
        size /= 1024;
        ++unit;
    }
    const std::string number = fmt::format("{:.1f}", std::ceil(size * 10) / 10);
    return fmt::format("{} {}", number.ends_with(".0") ? number.substr(0, number.size() - 2) : number, kUnits[unit]);
}

}  // namespace tideline
