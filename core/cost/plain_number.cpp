// SPDX-License-Identifier: Apache-2.0
#include "core/cost/plain_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

using Whole = boost::multiprecision::cpp_int;

std::string withCommas(const std::string& digits) {
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) {
            text += ',';
        }
        text += digits[at];
    }
    return text;
}

/// Half away from zero at so many decimals, without zeros at the end beyond `leastDecimals`.
std::string decimalText(const Exact& value, int decimals, int leastDecimals) {
    const Whole scale = boost::multiprecision::pow(Whole(10), static_cast<unsigned>(decimals));
    const bool negative = value < 0;
    const Exact size = (negative ? Exact(-value) : value) * Exact(scale);
    const Whole top = boost::multiprecision::numerator(size);
    const Whole bottom = boost::multiprecision::denominator(size);
    const Whole rounded = (2 * top + bottom) / (2 * bottom);
    std::string fraction = Whole(rounded % scale).str();
    fraction.insert(0,
                    static_cast<std::size_t>(decimals) -
                        std::min<std::size_t>(fraction.size(), static_cast<std::size_t>(decimals)),
                    '0');
    if (decimals == 0) {
        fraction.clear();
    }
    while (static_cast<int>(fraction.size()) > leastDecimals && fraction.ends_with('0')) {
        fraction.pop_back();
    }
    std::string text = withCommas(Whole(rounded / scale).str());
    if (!fraction.empty()) {
        text += "." + fraction;
    }
    return negative && rounded != 0 ? "-" + text : text;
}

/// Decimals after which six significant digits stand, at least two.
int decimalsFor(const Exact& value) {
    const double size = std::abs(approximately(value));
    if (size <= 0) {
        return 2;
    }
    return std::clamp(5 - static_cast<int>(std::floor(std::log10(size))), 2, 18);
}

bool endsWithin(const Exact& value, int decimals) {
    const Exact scaled = value * Exact(boost::multiprecision::pow(Whole(10), static_cast<unsigned>(decimals)));
    return boost::multiprecision::denominator(scaled) == 1;
}

}  // namespace

std::string plainNumber(const Exact& value) {
    if (boost::multiprecision::denominator(value) == 1) {
        return decimalText(value, 0, 0);
    }
    return decimalText(value, endsWithin(value, 12) ? 12 : decimalsFor(value), 0);
}

std::string plainDollars(const Exact& dollars) {
    const Exact size = dollars < 0 ? Exact(-dollars) : dollars;
    const bool isSmall = size > 0 && size < exactOf(0.01);
    const std::string text = isSmall ? decimalText(size, decimalsFor(size), 2) : decimalText(size, 2, 2);
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
