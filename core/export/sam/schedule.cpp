// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <vector>

namespace tideline {

namespace {

struct FieldRow {
    std::string_view name;
    int least, most;
    std::string_view words;  ///< three letters each, the first stands for `least`
};
constexpr std::array kFields{FieldRow{"minute", 0, 59, ""}, FieldRow{"hour", 0, 23, ""},
                             FieldRow{"day of the month", 1, 31, ""},
                             FieldRow{"month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"},
                             FieldRow{"day of the week", 0, 7, "SUNMONTUEWEDTHUFRISAT"}};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts{""};
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::vector<std::string> fieldsOf(const std::string& text) {
    std::vector<std::string> fields = split(text, ' ');
    std::erase(fields, "");
    return fields;
}

/// A number, or a word such as MON, within the field's range; -1 else.
int numberOf(const std::string& text, const FieldRow& row) {
    std::string upper = text;
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    if (const std::size_t at = row.words.find(upper);
        upper.size() == 3 && at != std::string_view::npos && at % 3 == 0) {
        return row.least + static_cast<int>(at / 3);
    }
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && number >= row.least && number <= row.most ? number : -1;
}

/// One range of a list in EventBridge's dialect; empty where it is wrong. Days of the week count from 1 = Sunday there.
std::string translated(const std::string& part, const FieldRow& row) {
    const std::vector<std::string> step = split(part, '/');
    const std::vector<std::string> range = split(step[0], '-');
    const bool hasBadStep = step.size() > 2 || (step.size() == 2 && numberOf(step[1], {"", 1, 1000, ""}) < 0);
    if (hasBadStep || range.size() > 2) {
        return "";
    }
    const int shift = row.least == 0 && row.most == 7 ? 1 : 0;
    std::string out;
    for (const std::string& end : range) {
        const int number = numberOf(end, row);
        if (number < 0 && !(end == "*" && range.size() == 1)) {
            return "";
        }
        out += out.empty() ? "" : "-";
        out += number < 0 ? "*" : std::to_string(shift == 1 ? number % 7 + 1 : number);
    }
    if (shift == 1 && range.size() == 2 && numberOf(range[1], row) == 7) {
        return "";  // "5-7" would read as "6-1" there
    }
    return step.size() == 2 ? (out == "*" ? std::to_string(row.least + shift) : out) + "/" + step[1] : out;
}

std::string translatedField(const std::string& field, const FieldRow& row) {
    if (field == "*") {
        return field;
    }
    std::string out;
    for (const std::string& part : split(field, ',')) {
        const std::string piece = translated(part, row);
        if (piece.empty()) {
            return "";
        }
        out += (out.empty() ? "" : ",") + piece;
    }
    return out;
}

bool isExpression(const std::string& text) {
    const bool hasForm = (text.starts_with("rate(") || text.starts_with("cron(")) && text.ends_with(")");
    return hasForm && std::ranges::all_of(text, [](unsigned char c) {
               return std::isalnum(c) != 0 || std::string_view("()*?/,-#LW ").find(char(c)) != std::string_view::npos;
           });
}

bool isGoodExpression(const std::string& text) {
    const std::vector<std::string> fields = fieldsOf(text.substr(5, text.size() - 6));
    return text.starts_with("cron(") ? fields.size() == 6
                                     : fields.size() == 2 && numberOf(fields[0], {"", 1, 100000, ""}) > 0;
}

}  // namespace

Result<std::string> scheduleExpression(const std::string& text, const std::string& place) {
    if (isExpression(text) && isGoodExpression(text)) {
        return text;
    }
    const std::vector<std::string> fields = fieldsOf(text);
    if (fields.size() != kFields.size()) {
        return failure(
            fmt::format("the schedule '{}' has {} fields; a cron line has five (minute, hour, day of the month, "
                        "month, day of the week)",
                        text, fields.size()),
            place);
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out.push_back(translatedField(fields[i], kFields[i]));
        if (out.back().empty()) {
            return failure(
                fmt::format("the schedule's {} '{}' is not one that EventBridge takes: numbers from {} to {}, "
                            "lists, ranges and steps",
                            kFields[i].name, fields[i], kFields[i].least, kFields[i].most),
                place);
        }
    }
    if (out[2] != "*" && out[4] != "*") {
        return failure(
            fmt::format("the schedule '{}' names a day of the month and a day of the week; EventBridge takes "
                        "one of them",
                        text),
            place);
    }
    (out[4] == "*" ? out[4] : out[2]) = "?";
    return fmt::format("cron({} {} {} {} {} *)", out[0], out[1], out[2], out[3], out[4]);
}

}  // namespace tideline
