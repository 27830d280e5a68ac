// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_age.h"

#include <charconv>

namespace tideline {

namespace {

std::optional<int> numberOf(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::sys_days> priceDay(std::string_view asOf) {
    if ((asOf.size() != 7 && asOf.size() != 10) || asOf[4] != '-' || (asOf.size() == 10 && asOf[7] != '-')) {
        return std::nullopt;
    }
    const std::optional<int> year = numberOf(asOf.substr(0, 4));
    const std::optional<int> month = numberOf(asOf.substr(5, 2));
    const std::optional<int> day = asOf.size() == 10 ? numberOf(asOf.substr(8, 2)) : std::optional(1);
    if (!year || !month || !day || *month < 1 || *day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

}  // namespace tideline
