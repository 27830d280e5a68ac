// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.h"

#include <array>

namespace tideline {

namespace {

struct CharacterRange {
    char32_t first, last;
};

/// Unicode: C0 and C1 controls, soft hyphen, zero width and direction marks, separators, invisible operators, byte
/// order mark, interlinear annotations, noncharacters of the basic plane.
constexpr std::array kInvisible{
    CharacterRange{0x0000, 0x001f},   CharacterRange{0x007f, 0x009f}, CharacterRange{0x00ad, 0x00ad},
    CharacterRange{0x061c, 0x061c},   CharacterRange{0x180e, 0x180e}, CharacterRange{0x200b, 0x200f},
    CharacterRange{0x2028, 0x202e},   CharacterRange{0x2060, 0x206f}, CharacterRange{0xfdd0, 0xfdef},
    CharacterRange{0xfeff, 0xfeff},   CharacterRange{0xfff9, 0xfffb}, CharacterRange{0xfffe, 0xffff},
    CharacterRange{0xe0000, 0xe007f},
};

/// Bytes that the first byte of a character announces; 0 for a byte that cannot be first.
std::size_t announcedLength(unsigned char first) {
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

bool isPlain(char byte) {
    return (byte >= ' ' && byte <= '~') || byte == '\n';
}

}  // namespace

std::size_t endOfPlainText(std::string_view text, std::size_t at) {
    constexpr std::size_t kBlock = 32;  // looked at without a branch for each byte
    for (; at + kBlock <= text.size(); at += kBlock) {
        int other = 0;
        for (std::size_t i = 0; i < kBlock; ++i) {
            other |= isPlain(text[at + i]) ? 0 : 1;
        }
        if (other != 0) {
            break;
        }
    }
    while (at < text.size() && isPlain(text[at])) {
        ++at;
    }
    return at;
}

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = announcedLength(first);
    if (length == 1) {
        return {first, 1};
    }
    if (length == 0 || at + length > text.size()) {
        return {};
    }
    char32_t value = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xc0U) != 0x80U) {
            return {};
        }
        value = (value << 6) | (byte & 0x3fU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return overlong || surrogate || value > 0x10ffff ? CodePoint{} : CodePoint{value, length};
}

std::optional<std::size_t> firstBadByte(std::string_view text) {
    for (std::size_t at = endOfPlainText(text, 0); at < text.size(); at = endOfPlainText(text, at)) {
        const CodePoint character = codePointAt(text, at);
        if (character.length == 0) {
            return at;
        }
        at += character.length;
    }
    return std::nullopt;
}

std::size_t characterCount(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const std::size_t length = codePointAt(text, at).length;
        at += length == 0 ? 1 : length;
    }
    return count;
}

bool isInvisible(char32_t character) {
    for (const CharacterRange& range : kInvisible) {
        if (character >= range.first && character <= range.last) {
            return true;
        }
    }
    return (character & 0xfffe) == 0xfffe;
}

}  // namespace tideline
