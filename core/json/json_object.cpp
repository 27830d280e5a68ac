// SPDX-License-Identifier: Apache-2.0
#include "core/json/json_object.h"

#include "core/base/assert.h"
#include "core/base/number_text.h"
#include "core/base/shown_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// Within a JSON pointer, '~' and '/' of a name are written as ~0 and ~1.
std::string pathBelow(std::string path, std::string_view name) {
    std::string below = std::move(path) + "/";
    for (const char letter : shownText(name)) {
        if (letter == '~') {
            below += "~0";
        } else if (letter == '/') {
            below += "~1";
        } else {
            below += letter;
        }
    }
    return below;
}

std::string rangeText(NumberRange range) {
    return fmt::format("a number from {} to {}", numberText(range.least), numberText(range.most));
}

Result<double> numberWithin(const JsonPlace& place, NumberRange range) {
    if (!place.isKind(JsonNode::Kind::Number)) {
        return place.failureHere(fmt::format("expected a number, found {}", place.described()));
    }
    const double number = place.tree->number(*place.node);
    if (!std::isfinite(number) || number < range.least || number > range.most) {
        return place.failureHere(
            fmt::format("expected {}, found {}", rangeText(range), shownText(place.tree->raw(*place.node))));
    }
    return number;
}

}  // namespace

std::string JsonPlace::path() const {
    std::string path;
    for (const JsonNode* above = &tree->root(); above != node;) {
        const auto child = std::ranges::find_if(
            above->children, [this](const JsonNode& one) { return one.begin <= node->begin && node->begin < one.end; });
        TIDELINE_ASSERT(child != above->children.end(), "a place lies in its tree");
        path = above->kind == JsonNode::Kind::List ? fmt::format("{}/{}", path, child - above->children.begin())
                                                   : pathBelow(std::move(path), tree->key(*child));
        above = &*child;
    }
    return path;
}

std::string JsonPlace::described() const {
    switch (node->kind) {
    case JsonNode::Kind::Null: return "nothing (null)";
    case JsonNode::Kind::Flag: return fmt::format("the switch {}", tree->raw(*node));
    case JsonNode::Kind::Number: return fmt::format("the number {}", shownText(tree->raw(*node)));
    case JsonNode::Kind::Text: return fmt::format("the text '{}'", shownText(tree->text(*node)));
    case JsonNode::Kind::List: return "a list";
    case JsonNode::Kind::Object: break;
    }
    return "an object";
}

tl::unexpected<Error> JsonPlace::failureHere(std::string message) const {
    const std::string at = path();
    return failure(std::move(message), at.empty() ? "/" : at);
}

Result<std::string> JsonPlace::text() const {
    if (!isKind(JsonNode::Kind::Text)) {
        return failureHere(fmt::format("expected a text, found {}", described()));
    }
    return tree->text(*node);
}

Result<double> JsonPlace::number() const {
    return numberWithin(*this, {-1e300, 1e300});
}

Result<bool> JsonPlace::flag() const {
    if (!isKind(JsonNode::Kind::Flag)) {
        return failureHere(fmt::format("expected true or false, found {}", described()));
    }
    return tree->raw(*node) == "true";
}

Result<std::vector<JsonPlace>> JsonPlace::list() const {
    if (!isKind(JsonNode::Kind::List)) {
        return failureHere(fmt::format("expected a list, found {}", described()));
    }
    std::vector<JsonPlace> places;
    places.reserve(node->children.size());
    for (const JsonNode& child : node->children) {
        places.push_back({tree, &child});
    }
    return places;
}

Result<JsonObject> JsonObject::of(const JsonPlace& place) {
    if (!place.isKind(JsonNode::Kind::Object)) {
        return place.failureHere(fmt::format("expected an object, found {}", place.described()));
    }
    return JsonObject(place);
}

std::size_t JsonObject::indexOf(std::string_view name) const {
    const std::vector<JsonNode>& members = m_place.node->children;
    const auto found =
        std::ranges::find_if(members, [&](const JsonNode& member) { return m_place.tree->isKey(member, name); });
    return static_cast<std::size_t>(found - members.begin());
}

bool JsonObject::has(std::string_view name) const {
    return indexOf(name) < m_read.size();
}

std::optional<JsonPlace> JsonObject::member(std::string_view name) {
    const std::size_t index = indexOf(name);
    if (index == m_read.size()) {
        return std::nullopt;
    }
    m_read[index] = true;
    const JsonPlace place{m_place.tree, &m_place.node->children[index]};
    return place.isNothing() ? std::nullopt : std::optional(place);
}

std::vector<std::pair<std::string, JsonPlace>> JsonObject::members() {
    std::vector<std::pair<std::string, JsonPlace>> members;
    for (std::size_t i = 0; i < m_read.size(); ++i) {
        m_read[i] = true;
        const JsonNode& member = m_place.node->children[i];
        members.emplace_back(m_place.tree->key(member), JsonPlace{m_place.tree, &member});
    }
    return members;
}

Result<std::string> JsonObject::text(std::string_view name) {
    const std::optional<JsonPlace> place = member(name);
    if (!place) {
        return failureAt(name, "this member is missing; a text is expected");
    }
    return place->text();
}

Result<std::string> JsonObject::text(std::string_view name, std::string_view standard) {
    const std::optional<JsonPlace> place = member(name);
    return place ? place->text() : Result<std::string>(standard);
}

Result<double> JsonObject::number(std::string_view name, NumberRange range) {
    const std::optional<double> found = TRY(optionalNumber(name, range));
    if (!found) {
        return failureAt(name, fmt::format("this member is missing; {} is expected", rangeText(range)));
    }
    return *found;
}

Result<std::optional<double>> JsonObject::optionalNumber(std::string_view name, NumberRange range) {
    const std::optional<JsonPlace> place = member(name);
    if (!place) {
        return std::optional<double>();
    }
    return std::optional<double>(TRY(numberWithin(*place, range)));
}

Result<bool> JsonObject::flag(std::string_view name, bool standard) {
    const std::optional<JsonPlace> place = member(name);
    return place ? place->flag() : Result<bool>(standard);
}

Result<std::vector<std::string>> JsonObject::texts(std::string_view name) {
    std::vector<std::string> texts;
    for (const JsonPlace& place : TRY(list(name))) {
        texts.push_back(TRY(place.text()));
    }
    return texts;
}

Result<std::vector<JsonPlace>> JsonObject::list(std::string_view name) {
    const std::optional<JsonPlace> place = member(name);
    return place ? place->list() : Result<std::vector<JsonPlace>>(std::vector<JsonPlace>());
}

std::vector<std::pair<std::string, std::string>> JsonObject::extras() const {
    std::vector<std::pair<std::string, std::string>> extras;
    for (std::size_t i = 0; i < m_read.size(); ++i) {
        if (!m_read[i]) {
            const JsonNode& member = m_place.node->children[i];
            extras.emplace_back(m_place.tree->key(member), m_place.tree->raw(member));
        }
    }
    return extras;
}

tl::unexpected<Error> JsonObject::failureAt(std::string_view name, std::string message) const {
    return failure(std::move(message), pathBelow(m_place.path(), name));
}

}  // namespace tideline
