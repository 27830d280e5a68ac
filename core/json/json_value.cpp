// SPDX-License-Identifier: Apache-2.0
#include "core/json/json_value.h"

#include "core/base/assert.h"
#include "core/base/utf8.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tideline {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

/// Where the first character behind `at` stands that is not written as it is, or is none of ASCII.
std::size_t endOfPlain(std::string_view text, std::size_t at) {
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    while (at < text.size() && isPlain(text[at])) {
        ++at;
    }
    return at;
}

void appendText(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = endOfPlain(text, at); end > at) {
            out += text.substr(at, end - at);
            at = end;
            continue;
        }
        const CodePoint character = codePointAt(text, at);
        if (character.length == 0) {
            out += kReplacement;
        } else if (character.value == U'"' || character.value == U'\\') {
            out += '\\';
            out += text[at];
        } else if (character.value == U'\n') {
            out += "\\n";
        } else if (character.value == U'\t') {
            out += "\\t";
        } else if (character.value == U'\r') {
            out += "\\r";
        } else if (character.value < 0x20 || character.value == 0x7f) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(character.value));
        } else {
            out += text.substr(at, character.length);
        }
        at += std::max<std::size_t>(character.length, 1);
    }
    out += '"';
}

void appendNumber(std::string& out, double number) {
    TIDELINE_ASSERT(std::isfinite(number), "a number that is written to JSON is finite");
    fmt::format_to(std::back_inserter(out), "{}", number == 0 ? 0.0 : number);
}

/// Writes the values that have no members; false for lists and objects.
bool appendScalar(std::string& out, const JsonValue& value) {
    const JsonValue::Variant& variant = value.variant();
    if (std::holds_alternative<std::nullptr_t>(variant)) {
        out += "null";
    } else if (const auto* flag = std::get_if<bool>(&variant)) {
        out += *flag ? "true" : "false";
    } else if (const auto* whole = std::get_if<long long>(&variant)) {
        fmt::format_to(std::back_inserter(out), "{}", *whole);
    } else if (const auto* number = std::get_if<double>(&variant)) {
        appendNumber(out, *number);
    } else if (const auto* text = std::get_if<std::string>(&variant)) {
        appendText(out, *text);
    } else if (const auto* raw = std::get_if<JsonValue::Raw>(&variant)) {
        out += raw->text;
    } else {
        return false;
    }
    return true;
}

void appendLine(std::string& out, const JsonValue& value) {
    if (appendScalar(out, value)) {
        return;
    }
    std::string_view separator;
    if (const auto* list = std::get_if<JsonValue::List>(&value.variant())) {
        out += '[';
        for (const JsonValue& element : *list) {
            out += separator;
            separator = ", ";
            appendLine(out, element);
        }
        out += ']';
        return;
    }
    out += '{';
    for (const auto& [name, member] : std::get<JsonValue::Members>(value.variant())) {
        out += separator;
        separator = ", ";
        appendText(out, name);
        out += ": ";
        appendLine(out, member);
    }
    out += '}';
}

bool isScalar(const JsonValue& value) {
    return !std::holds_alternative<JsonValue::List>(value.variant()) &&
           !std::holds_alternative<JsonValue::Members>(value.variant()) &&
           !std::holds_alternative<JsonValue::Raw>(value.variant());
}

/// Short scalars stand together on one line.
bool fitsOnLine(const JsonValue::List& list, std::string& line) {
    constexpr std::size_t kLongestLine = 100;
    if (!std::ranges::all_of(list, isScalar)) {
        return false;
    }
    appendLine(line, list);
    return line.size() <= kLongestLine;
}

void appendIndented(std::string& out, const JsonValue& value, std::size_t indent);

void appendBreak(std::string& out, std::string_view separator, std::size_t indent) {
    out += separator;
    out += '\n';
    out.append(indent, ' ');
}

void appendList(std::string& out, const JsonValue::List& list, std::size_t indent) {
    std::string line;
    if (fitsOnLine(list, line)) {
        out += line;
        return;
    }
    out += '[';
    std::string_view separator;
    for (const JsonValue& element : list) {
        appendBreak(out, separator, indent + 2);
        separator = ",";
        appendIndented(out, element, indent + 2);
    }
    appendBreak(out, {}, indent);
    out += ']';
}

void appendIndented(std::string& out, const JsonValue& value, std::size_t indent) {
    if (appendScalar(out, value)) {
        return;
    }
    if (const auto* list = std::get_if<JsonValue::List>(&value.variant())) {
        appendList(out, *list, indent);
        return;
    }
    const auto& members = std::get<JsonValue::Members>(value.variant());
    if (members.empty()) {
        out += "{}";
        return;
    }
    out += '{';
    std::string_view separator;
    for (const auto& [name, member] : members) {
        appendBreak(out, separator, indent + 2);
        separator = ",";
        appendText(out, name);
        out += ": ";
        appendIndented(out, member, indent + 2);
    }
    appendBreak(out, {}, indent);
    out += '}';
}

}  // namespace

JsonValue JsonValue::object() {
    constexpr std::size_t kUsual = 8;
    Members members;
    members.reserve(kUsual);
    return JsonValue(std::move(members));
}

JsonValue JsonValue::list() {
    return JsonValue(List{});
}

JsonValue& JsonValue::set(std::string name, JsonValue value) {
    if (std::holds_alternative<std::nullptr_t>(m_value)) {
        m_value = Members{};
    }
    auto* members = std::get_if<Members>(&m_value);
    TIDELINE_ASSERT(members != nullptr, "members are put into objects only");
    members->emplace_back(std::move(name), std::move(value));
    return *this;
}

JsonValue& JsonValue::add(JsonValue value) {
    if (std::holds_alternative<std::nullptr_t>(m_value)) {
        m_value = List{};
    }
    auto* list = std::get_if<List>(&m_value);
    TIDELINE_ASSERT(list != nullptr, "elements are added to lists only");
    list->push_back(std::move(value));
    return *this;
}

std::string jsonText(const JsonValue& value) {
    std::string text;
    appendIndented(text, value, 0);
    text += '\n';
    return text;
}

std::string jsonLine(const JsonValue& value) {
    std::string text;
    appendLine(text, value);
    return text;
}

}  // namespace tideline
