// SPDX-License-Identifier: Apache-2.0
#include "core/targets/cron.h"

#include "core/base/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace tideline {

namespace {

struct CronField {
    std::string_view title;
    int least, most;
    std::string_view words;  ///< three letters each, the first stands for `least`
};
constexpr std::array<CronField, 5> kFields{{
    {"minute", 0, 59, ""},
    {"hour", 0, 23, ""},
    {"day of the month", 1, 31, ""},
    {"month", 1, 12, "janfebmaraprmayjunjulaugsepoctnovdec"},
    {"day of the week", 0, 6, "sunmontuewedthufrisat"},
}};
constexpr std::array<int, 12> kLongestMonths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::optional<int> wholeOf(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && text.front() != '-';
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<int> numberOf(std::string_view text, const CronField& field) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const std::size_t at = field.words.find(lower);
    if (lower.size() == 3 && at != std::string_view::npos && at % 3 == 0) {
        return field.least + static_cast<int>(at / 3);
    }
    const std::optional<int> number = text.empty() ? std::nullopt : wholeOf(text);
    return number && *number >= field.least && *number <= field.most ? number : std::nullopt;
}

/// One part of a list: "5", "1-5", "*/10", "8-18/2". Adds what it names; false where it is none.
bool addPart(std::string_view part, const CronField& field, std::vector<int>& values) {
    const std::vector<std::string_view> step = split(part, '/');
    const std::vector<std::string_view> range = split(step[0], '-');
    if (step.size() > 2 || range.size() > 2) {
        return false;
    }
    const bool isAny = range.size() == 1 && (range[0] == "*" || range[0] == "?");
    const std::optional<int> first = isAny ? field.least : numberOf(range[0], field);
    const bool isOpen = isAny || (step.size() == 2 && range.size() == 1);
    const std::optional<int> last = isOpen ? field.most : numberOf(range.back(), field);
    const std::optional<int> every = step.size() == 2 && !step[1].empty() ? wholeOf(step[1]) : std::optional(1);
    const bool hasStep = step.size() == 1 || (!step[1].empty() && every && *every > 0);
    if (!first || !last || *first > *last || !hasStep) {
        return false;
    }
    for (int value = *first; value <= *last; value += *every) {
        values.push_back(value);
    }
    return true;
}

std::optional<std::vector<int>> valuesOf(std::string_view text, const CronField& field) {
    std::vector<int> values;
    for (const std::string_view part : split(text, ',')) {
        if (!addPart(part, field, values)) {
            return std::nullopt;
        }
    }
    return values;
}

bool isOpen(std::string_view field) {
    return field == "*" || field == "?";
}

/// rate(5 minutes) and cron(0 3 * * ? *), which Amazon EventBridge Scheduler reads itself.
std::optional<std::string> ownExpressionFault(std::string_view text) {
    std::vector<std::string_view> words = split(text.substr(5, text.size() - 6), ' ');
    std::erase(words, std::string_view());
    if (text.starts_with("cron(")) {
        return words.size() == 6 ? std::nullopt
                                 : std::optional(fmt::format("cron(…) has six fields, this one {}", words.size()));
    }
    const bool isRate = words.size() == 2 && wholeOf(words[0]).value_or(0) > 0;
    return isRate ? std::nullopt : std::optional<std::string>("rate(…) holds a number and a unit");
}

/// A day that no month of the schedule has, such as 30 February.
std::optional<std::string> neverFault(const std::vector<int>& days, const std::vector<int>& months, bool isByMonthDay) {
    const auto hasDay = [&](int month) {
        return *std::ranges::min_element(days) <= kLongestMonths[static_cast<std::size_t>(month - 1)];
    };
    return !isByMonthDay || std::ranges::any_of(months, hasDay)
               ? std::nullopt
               : std::optional<std::string>("no month of it has such a day, so it never starts");
}

}  // namespace

std::string cronWithDayNames(std::string_view text) {
    constexpr std::array kDays{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
    std::vector<std::string_view> fields = split(text, ' ');
    std::erase(fields, std::string_view());
    std::vector<int> days = valuesOf(fields.back(), kFields.back()).value_or(std::vector<int>());
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::string line;
    for (std::size_t i = 0; i + 1 < fields.size(); ++i) {
        line += fmt::format("{} ", fields[i] == "?" ? "*" : fields[i]);
    }
    if (days.empty() || days.size() == kDays.size()) {
        return line + "*";
    }
    std::vector<std::string_view> names;
    for (const int day : days) {
        names.emplace_back(kDays[static_cast<std::size_t>(day)]);
    }
    return line + fmt::format("{}", fmt::join(names, ","));
}

std::optional<std::string> cronFault(std::string_view text, CronReader reader) {
    const bool isOwn = (text.starts_with("rate(") || text.starts_with("cron(")) && text.ends_with(")");
    if (isOwn && reader == CronReader::EventBridge) {
        return ownExpressionFault(text);
    }
    std::vector<std::string_view> fields = split(text, ' ');
    std::erase(fields, std::string_view());
    if (fields.size() != kFields.size()) {
        return fmt::format("it has {} field{}, not five", fields.size(), fields.size() == 1 ? "" : "s");
    }
    std::vector<std::vector<int>> values;
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        CronField field = kFields[i];
        const bool isWeek = i == 4;
        field.most += isWeek && reader == CronReader::EventBridge ? 1 : 0;
        std::optional<std::vector<int>> found = valuesOf(fields[i], field);
        if (!found) {
            return fmt::format("its {} '{}' is none of {} to {}, nor a list, range or step of them", field.title,
                               shownText(fields[i]), field.least, field.most);
        }
        values.push_back(std::move(*found));
    }
    if (reader == CronReader::EventBridge && !isOpen(fields[2]) && !isOpen(fields[4])) {
        return "it names a day of the month and a day of the week, and EventBridge takes one of them";
    }
    return neverFault(values[2], values[3], !isOpen(fields[2]) && isOpen(fields[4]));
}

}  // namespace tideline
