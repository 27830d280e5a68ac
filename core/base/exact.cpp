// SPDX-License-Identifier: Apache-2.0
#include "core/base/exact.h"

#include "core/base/assert.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace tideline {

using Whole = boost::multiprecision::cpp_int;

namespace {

/// Nothing where the number has more than 15 digits. Up to there a decimal and its double name each other, so the
/// shortest decimal is found by trying; it saves the way through text for nearly every number that a person writes.
std::optional<Exact> shortDecimal(double number) {
    double power = 1;
    std::int64_t bottom = 1;
    for (int digits = 0; digits <= 15; ++digits, power *= 10, bottom *= 10) {
        const double top = std::round(number * power);
        if (std::abs(top) >= 1e15) {
            return std::nullopt;
        }
        if (top / power == number) {
            return bottom == 1 ? Exact(static_cast<std::int64_t>(top)) : Exact(static_cast<std::int64_t>(top), bottom);
        }
    }
    return std::nullopt;
}

/// Small enough for floating point to hold every digit.
bool isSmall(const Whole& number) {
    return number.backend().size() == 1 && number.backend().limbs()[0] < (1ULL << 53);
}

/// Of a small number.
double digitsOf(const Whole& number) {
    const auto size = static_cast<double>(number.backend().limbs()[0]);
    return number.backend().sign() ? -size : size;
}

}  // namespace

Exact exactOf(double number) {
    TIDELINE_ASSERT(std::isfinite(number), "a number that reaches the core is finite");
    if (const std::optional<Exact> decimal = shortDecimal(number)) {
        return *decimal;
    }
    return exactOf(fmt::format("{}", number));
}

Exact exactOf(std::string_view decimal) {
    const auto exponentAt = decimal.find_first_of("eE");
    int exponent = 0;
    if (exponentAt != std::string_view::npos) {
        std::string_view digits = decimal.substr(exponentAt + 1);
        if (digits.starts_with('+')) {
            digits.remove_prefix(1);
        }
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        decimal = decimal.substr(0, exponentAt);
    }
    const bool negative = decimal.starts_with('-');
    Whole digits = 0;
    bool behindPoint = false;
    for (const char letter : decimal) {
        if (letter == '.') {
            behindPoint = true;
        } else if (letter >= '0' && letter <= '9') {
            digits = digits * 10 + (letter - '0');
            exponent -= behindPoint ? 1 : 0;
        }
    }
    const Whole scale = boost::multiprecision::pow(Whole(10), static_cast<unsigned>(std::abs(exponent)));
    const Exact value = exponent < 0 ? Exact(digits, scale) : Exact(digits * scale);
    return negative ? Exact(-value) : value;
}

double approximately(const Exact& value) {
    const Whole top = boost::multiprecision::numerator(value);
    const Whole bottom = boost::multiprecision::denominator(value);
    if (isSmall(top) && isSmall(bottom)) {
        return digitsOf(top) / digitsOf(bottom);
    }
    return value.convert_to<double>();
}

Money roundedMoney(const Exact& dollars) {
    const Exact micros = dollars * 1000000;
    const Whole top = boost::multiprecision::numerator(micros);
    const Whole bottom = boost::multiprecision::denominator(micros);
    const Whole rounded = (2 * boost::multiprecision::abs(top) + bottom) / (2 * bottom);
    const Whole size = std::min(rounded, Whole(Money::kMost));
    return {static_cast<std::int64_t>(top < 0 ? Whole(-size) : size)};
}

std::string shortestText(const Exact& value) {
    Whole top = boost::multiprecision::numerator(value);
    const Whole bottom = boost::multiprecision::denominator(value);
    const bool negative = top < 0;
    top = boost::multiprecision::abs(top);
    Whole rest = top % bottom;
    std::string text = Whole(top / bottom).str();
    if (rest != 0) {
        std::string fraction;
        while (rest != 0 && fraction.size() < 30) {
            rest *= 10;
            fraction += Whole(rest / bottom).str();
            rest %= bottom;
        }
        if (rest != 0) {
            return fmt::format("{:.17g}", approximately(value));
        }
        text += "." + fraction;
    }
    return negative ? "-" + text : text;
}

}  // namespace tideline
