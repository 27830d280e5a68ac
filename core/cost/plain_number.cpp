// SPDX-License-Identifier: Apache-2.0
#include "core/cost/plain_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace tideline {

namespace {

constexpr int kMostDecimals = 18;

std::uint64_t powerOfTen(int exponent) {
    std::uint64_t power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

/// "1234567" with two decimals is "12,345.67". Zeros at the end go, but for the first `leastDecimals`.
std::string pointed(std::string digits, int decimals, int leastDecimals) {
    const auto behind = static_cast<std::size_t>(decimals);
    if (digits.size() <= behind) {
        digits.insert(0, behind + 1 - digits.size(), '0');
    }
    const std::size_t whole = digits.size() - behind;
    std::size_t end = digits.size();
    while (end > whole + static_cast<std::size_t>(leastDecimals) && digits[end - 1] == '0') {
        --end;
    }
    std::string text;
    text.reserve(end + whole / 3 + 2);
    for (std::size_t at = 0; at < whole; ++at) {
        if (at > 0 && (whole - at) % 3 == 0) {
            text += ',';
        }
        text += digits[at];
    }
    if (end > whole) {
        text += '.';
        text.append(digits, whole, end - whole);
    }
    return text;
}

__extension__ using Wide = unsigned __int128;

/// The size of `value` in units of the last decimal, half away from zero. In whole numbers: the arithmetic of fractions
/// would shorten each result.
std::string roundedDigits(const Exact& value, int decimals) {
    if (const std::optional<SmallFraction> small = smallFraction(value)) {
        const Wide scaled = static_cast<Wide>(small->top) * powerOfTen(decimals);  // below 2^124
        const Wide rounded = (2 * scaled + small->bottom) / small->bottom / 2;
        if (rounded <= std::numeric_limits<std::uint64_t>::max()) {
            return fmt::format_int(static_cast<std::uint64_t>(rounded)).str();
        }
    }
    const Whole bottom = boost::multiprecision::denominator(value);
    Whole rounded = boost::multiprecision::abs(boost::multiprecision::numerator(value));
    rounded *= powerOfTen(decimals);
    if (bottom != 1) {
        rounded *= 2;
        rounded += bottom;
        rounded /= bottom;
        rounded /= 2;
    }
    return rounded.str();
}

/// Half away from zero at so many decimals, without zeros at the end beyond `leastDecimals`.
std::string decimalText(const Exact& value, int decimals, int leastDecimals) {
    std::string digits = roundedDigits(value, decimals);
    const bool isNegative = value < 0 && digits != "0";
    const std::string text = pointed(std::move(digits), decimals, leastDecimals);
    return isNegative ? "-" + text : text;
}

/// Decimals after which so many significant digits stand, at least two.
int decimalsFor(const Exact& value, int significant) {
    const double size = std::abs(approximately(value));
    if (size <= 0) {
        return 2;
    }
    return std::clamp(significant - 1 - static_cast<int>(std::floor(std::log10(size))), 2, kMostDecimals);
}

bool endsWithin(const Exact& value, int decimals) {
    if (const std::optional<SmallFraction> small = smallFraction(value)) {
        return powerOfTen(decimals) % small->bottom == 0;
    }
    return powerOfTen(decimals) % boost::multiprecision::denominator(value) == 0;
}

}  // namespace

std::string plainNumber(const Exact& value, int digits) {
    if (boost::multiprecision::denominator(value) == 1) {
        return decimalText(value, 0, 0);
    }
    return decimalText(value, endsWithin(value, 12) ? 12 : decimalsFor(value, digits), 0);
}

std::string plainDollars(const Exact& dollars) {
    const Exact size = dollars < 0 ? Exact(-dollars) : dollars;
    const bool isSmall = size > 0 && size < exactOf(0.01);
    const std::string text = isSmall ? decimalText(size, decimalsFor(size, 6), 2) : decimalText(size, 2, 2);
    return (dollars < 0 ? "-$" : "$") + text;
}

std::string roundNumber(const Exact& value) {
    struct Scale {
        double size;
        const char* letter;
    };
    for (const Scale scale : {Scale{1e9, "B"}, Scale{1e6, "M"}}) {
        const Exact scaled = value / Exact(scale.size);
        if (scaled >= 1 && endsWithin(scaled, 2)) {
            return plainNumber(scaled) + scale.letter;
        }
    }
    return plainNumber(value);
}

std::string counted(const Exact& value, std::string_view plural, int digits) {
    std::string text = plainNumber(value, digits);
    if (plural.empty()) {
        return text;
    }
    std::string_view noun = plural.substr(0, plural.find(' '));
    const std::string_view rest = plural.substr(noun.size());
    constexpr std::size_t kLongestSymbol = 3;  // h, ms, GB
    if (value == 1 && noun.size() > kLongestSymbol && noun.ends_with('s') && !noun.ends_with("-s")) {
        noun.remove_suffix(noun.ends_with("ches") ? 2 : 1);
    }
    return text.append(" ").append(noun).append(rest);
}

Exact exactFloorOf(const Exact& value) {
    const Whole top = boost::multiprecision::numerator(value);
    const Whole bottom = boost::multiprecision::denominator(value);
    Whole floor = top / bottom;
    if (top < 0 && floor * bottom != top) {
        --floor;
    }
    return Exact(floor);
}

Exact exactCeilingOf(const Exact& value) {
    return -exactFloorOf(-value);
}

}  // namespace tideline
