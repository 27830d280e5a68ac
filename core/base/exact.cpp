// SPDX-License-Identifier: Apache-2.0
#include "core/base/exact.h"

#include "core/base/assert.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace tideline {

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

constexpr std::uint64_t kExactInDouble = 1ULL << 53;

/// The nearest double of a positive fraction: its first 64 binary digits, of which the last also stands for the rest.
double nearestDouble(const Whole& top, const Whole& bottom) {
    constexpr int kDigits = 64;
    int shift = kDigits + static_cast<int>(msb(bottom)) - static_cast<int>(msb(top));
    Whole quotient = shift > 0 ? Whole(top << shift) / bottom : top / Whole(bottom << -shift);
    const bool isExact =
        quotient * (shift < 0 ? Whole(bottom << -shift) : bottom) == (shift > 0 ? Whole(top << shift) : top);
    const bool hasOneMore = static_cast<int>(msb(quotient)) == kDigits;
    const bool isLost = hasOneMore && bit_test(quotient, 0);
    if (hasOneMore) {
        quotient >>= 1;
        --shift;
    }
    auto digits = static_cast<std::uint64_t>(quotient);
    digits |= isExact && !isLost ? 0 : 1;
    return std::ldexp(static_cast<double>(digits), -shift);
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
    const Whole scale = pow(Whole(10), static_cast<unsigned>(std::abs(exponent)));
    const Exact value = exponent < 0 ? Exact(digits, scale) : Exact(digits * scale);
    return negative ? Exact(-value) : value;
}

std::optional<SmallFraction> smallFraction(const Exact& value) {
    const auto& top = *mpq_numref(value.backend().data());
    const auto& bottom = *mpq_denref(value.backend().data());
    if (mpz_size(&top) > 1 || mpz_size(&bottom) > 1) {
        return std::nullopt;
    }
    return SmallFraction{mpz_getlimbn(&top, 0), mpz_getlimbn(&bottom, 0)};
}

double approximately(const Exact& value) {
    const std::optional<SmallFraction> small = smallFraction(value);
    double size = 0;
    if (small && small->top < kExactInDouble && small->bottom < kExactInDouble) {
        size = static_cast<double>(small->top) / static_cast<double>(small->bottom);
    } else {
        size = nearestDouble(Whole(abs(numerator(value))), Whole(denominator(value)));
    }
    return value < 0 ? -size : size;
}

Money roundedMoney(const Exact& dollars) {
    const Exact micros = dollars * 1000000;
    const Whole top = numerator(micros);
    const Whole bottom = denominator(micros);
    const Whole rounded = (2 * abs(top) + bottom) / (2 * bottom);
    const Whole size = std::min(rounded, Whole(Money::kMost));
    return {static_cast<std::int64_t>(top < 0 ? Whole(-size) : size)};
}

std::string shortestText(const Exact& value) {
    Whole top = numerator(value);
    const Whole bottom = denominator(value);
    const bool negative = top < 0;
    top = abs(top);
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
