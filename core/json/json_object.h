// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/json/json_tree.h"

#include <optional>
#include <span>

namespace tideline {

/// A value of a JSON text. The tree must outlive it.
struct JsonPlace {
    const JsonTree* tree = nullptr;
    const JsonNode* node = nullptr;

    static JsonPlace rootOf(const JsonTree& tree) { return {&tree, &tree.root()}; }
    /// What errors show: "/services/0/name", and nothing for the root. It is searched for when an error needs it.
    std::string path() const;
    Result<std::string> text() const;
    Result<double> number() const;
    Result<bool> flag() const;
    /// The elements of a list.
    Result<std::vector<JsonPlace>> list() const;
    /// "the number 12", "the text 'abc'", "a list": for "expected …, found …".
    std::string described() const;
    bool isKind(JsonNode::Kind kind) const { return node->kind == kind; }
    bool isNothing() const { return isKind(JsonNode::Kind::Null); }
    tl::unexpected<Error> failureHere(std::string message) const;
};

/// The numbers that a member may have, both ends included.
struct NumberRange {
    double least = 0, most = 0;
};

/// Range-checked reading of one object, member by member. Every member that is asked for is marked; the others are the
/// extras, kept as they stand. A member that is null counts as absent where it may be.
class JsonObject {
public:
    static Result<JsonObject> of(const JsonPlace& place);

    Result<std::string> text(std::string_view name);
    Result<std::string> text(std::string_view name, std::string_view standard);
    Result<double> number(std::string_view name, NumberRange range);
    Result<std::optional<double>> optionalNumber(std::string_view name, NumberRange range);
    Result<bool> flag(std::string_view name, bool standard);
    Result<std::vector<std::string>> texts(std::string_view name);  ///< empty where absent
    Result<std::vector<JsonPlace>> list(std::string_view name);     ///< empty where absent
    /// Absent or null: nothing.
    std::optional<JsonPlace> member(std::string_view name);
    /// All members with their names, marked as read.
    std::vector<std::pair<std::string, JsonPlace>> members();
    bool has(std::string_view name) const;

    /// (name, JSON text) of every member that was not asked for, in the order of the file.
    std::vector<std::pair<std::string, std::string>> extras() const;
    /// An error at a member, whether it is there or not.
    tl::unexpected<Error> failureAt(std::string_view name, std::string message) const;
    std::string path() const { return m_place.path(); }

private:
    explicit JsonObject(JsonPlace place) : m_place(place), m_read(place.node->children.size()) {}
    /// Behind the last where there is none.
    std::size_t indexOf(std::string_view name) const;
    JsonPlace m_place;
    std::vector<bool> m_read;
};

}  // namespace tideline
