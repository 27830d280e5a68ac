// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"

#include <fmt/core.h>

#include <cmath>
#include <cstdint>

namespace tideline {

namespace {

/// Commas between groups of three digits before the point.
std::string grouped(std::string text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > first + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string withoutTrailingZeros(std::string text) {
    if (text.find('.') == std::string::npos) {
        return text;
    }
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

}  // namespace

std::string numberText(double number, int decimals) {
    const double size = std::abs(number);
    if (size > 0 && size < 0.5 * std::pow(10, -decimals)) {
        return withoutTrailingZeros(fmt::format("{:.{}f}", number, static_cast<int>(1 - std::floor(std::log10(size)))));
    }
    return grouped(withoutTrailingZeros(fmt::format("{:.{}f}", number, decimals)));
}

std::string dollarsText(Money money) {
    const std::uint64_t size =
        money.micros < 0 ? 0 - static_cast<std::uint64_t>(money.micros) : static_cast<std::uint64_t>(money.micros);
    const std::uint64_t cents = (size + 5'000) / 10'000;
    const std::string sign = money.micros < 0 && cents > 0 ? "-" : "";
    return fmt::format("{}${}.{:02}", sign, grouped(std::to_string(cents / 100)), cents % 100);
}

}  // namespace tideline
