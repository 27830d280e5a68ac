// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_object.h"

#include "core/base/shown_text.h"
#include "core/yaml/yaml_text_check.h"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tideline {

namespace {

constexpr std::array<std::string_view, 5> kNulls{"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 3> kTrue{"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> kFalse{"false", "False", "FALSE"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isPlainScalar(const YamlNode& node) {
    return node.kind == YamlNode::Kind::Scalar && !node.quoted;
}

bool isNothing(const YamlNode& node) {
    return isPlainScalar(node) && isOneOf(kNulls, node.text);
}

bool isSwitch(const YamlNode& node) {
    return isPlainScalar(node) && (isOneOf(kTrue, node.text) || isOneOf(kFalse, node.text));
}

/// As JSON has it: no 017 (15 for some readers), no 1_000, no .5.
bool isDecimal(std::string_view text) {
    const auto takeDigits = [&text] {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(end);
        return end > 0;
    };
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const bool leadingZero = text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
    if (leadingZero || !takeDigits()) {
        return false;
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeDigits()) {
            return false;
        }
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) {
            text.remove_prefix(1);
        }
        return takeDigits() && text.empty();
    }
    return text.empty();
}

bool isNumber(const YamlNode& node) {
    return isPlainScalar(node) && isDecimal(node.text);
}

/// "the number 12", "the text 'abc'", "a list", for "expected …, found …".
std::string described(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::Scalar) {
        return node.kind == YamlNode::Kind::Sequence ? "a list" : "a mapping";
    }
    if (isNothing(node)) {
        return "nothing";
    }
    if (isNumber(node)) {
        return fmt::format("the number {}", shownText(node.text));
    }
    return isSwitch(node) ? fmt::format("the switch {}", node.text)
                          : fmt::format("the text '{}'", shownText(node.text));
}

bool isText(const YamlNode& node) {
    return node.kind == YamlNode::Kind::Scalar && !isNothing(node) && !isSwitch(node) && !isNumber(node);
}

std::string notAText(const YamlNode& node) {
    const bool quotesHelp = isNumber(node) || isSwitch(node);
    return fmt::format("expected a text, found {}{}", described(node), quotesHelp ? "; put it in quotes" : "");
}

}  // namespace

Result<YamlObject> YamlObject::of(const YamlNode& node, std::string file) {
    if (node.kind != YamlNode::Kind::Mapping) {
        return failure(fmt::format("expected a mapping, found {}", described(node)), yamlPlaceText(file, node.place));
    }
    return YamlObject(node, std::move(file));
}

const YamlNode* YamlObject::member(const std::string& name) {
    if (std::ranges::find(m_read, name) == m_read.end()) {
        m_read.push_back(name);
    }
    for (const auto& [key, value] : m_node->members) {
        if (key.text == name) {
            return &value;
        }
    }
    return nullptr;
}

bool YamlObject::has(const std::string& name) const {
    return std::ranges::any_of(m_node->members, [&name](const auto& member) { return member.first.text == name; });
}

std::vector<std::string> YamlObject::names() const {
    std::vector<std::string> names;
    for (const auto& [key, value] : m_node->members) {
        names.push_back(key.text);
    }
    return names;
}

Result<std::string> YamlObject::text(const std::string& name) {
    std::optional<std::string> found = TRY(optionalText(name));
    if (!found) {
        return failureAt(name, fmt::format("the member '{}' is missing; a text is expected", name));
    }
    return std::move(*found);
}

Result<std::optional<std::string>> YamlObject::optionalText(const std::string& name) {
    const YamlNode* node = member(name);
    if (node == nullptr) {
        return std::optional<std::string>();
    }
    if (!isText(*node)) {
        return failureAt(name, notAText(*node));
    }
    return std::optional<std::string>(node->text);
}

Result<double> YamlObject::number(const std::string& name) {
    const std::optional<double> found = TRY(optionalNumber(name));
    if (!found) {
        return failureAt(name, fmt::format("the member '{}' is missing; a number is expected", name));
    }
    return *found;
}

Result<std::optional<double>> YamlObject::optionalNumber(const std::string& name) {
    const std::optional<std::string> decimal = TRY(optionalDecimal(name));
    if (!decimal) {
        return std::optional<double>();
    }
    double number = 0;
    std::from_chars(decimal->data(), decimal->data() + decimal->size(), number);
    return std::optional<double>(number);
}

Result<std::optional<std::string>> YamlObject::optionalDecimal(const std::string& name) {
    const YamlNode* node = member(name);
    if (node == nullptr) {
        return std::optional<std::string>();
    }
    if (!isNumber(*node)) {
        return failureAt(name, fmt::format("expected a number, found {}", described(*node)));
    }
    double number = 0;
    const auto [end, fault] = std::from_chars(node->text.data(), node->text.data() + node->text.size(), number);
    if (fault != std::errc{} || !std::isfinite(number)) {
        return failureAt(name, fmt::format("the number {} is too large or too small", shownText(node->text)));
    }
    return std::optional<std::string>(node->text);
}

Result<bool> YamlObject::flag(const std::string& name, bool standard) {
    const YamlNode* node = member(name);
    if (node == nullptr) {
        return standard;
    }
    if (!isSwitch(*node)) {
        return failureAt(name, fmt::format("expected true or false, found {}", described(*node)));
    }
    return isOneOf(kTrue, node->text);
}

Result<std::vector<std::string>> YamlObject::texts(const std::string& name) {
    std::vector<std::string> texts;
    for (const YamlNode* element : TRY(list(name))) {
        if (!isText(*element)) {
            return failure(notAText(*element), placeOf(*element));
        }
        texts.push_back(element->text);
    }
    return texts;
}

Result<std::vector<const YamlNode*>> YamlObject::list(const std::string& name) {
    std::vector<const YamlNode*> elements;
    const YamlNode* node = member(name);
    if (node == nullptr) {
        return elements;
    }
    if (node->kind != YamlNode::Kind::Sequence) {
        return failureAt(name, fmt::format("expected a list, found {}", described(*node)));
    }
    for (const YamlNode& element : node->elements) {
        elements.push_back(&element);
    }
    return elements;
}

Result<void> YamlObject::finish() const {
    for (const auto& [key, value] : m_node->members) {
        if (std::ranges::find(m_read, key.text) != m_read.end()) {
            continue;
        }
        std::string hint = suggestion(key.text, m_read);
        if (hint.empty()) {
            hint = m_read.empty() ? std::string("; none is known here")
                                  : fmt::format("; known here: {}", fmt::join(m_read, ", "));
        }
        return failure(fmt::format("there is no member '{}'{}", shownText(key.text), hint),
                       yamlPlaceText(m_file, key.place));
    }
    return {};
}

tl::unexpected<Error> YamlObject::failureAt(const std::string& name, std::string message) const {
    for (const auto& [key, value] : m_node->members) {
        if (key.text == name) {
            return failure(std::move(message), placeOf(value));
        }
    }
    return failure(std::move(message), placeOf(*m_node));
}

std::string YamlObject::placeOf(const YamlNode& node) const {
    return yamlPlaceText(m_file, node.place);
}

}  // namespace tideline
