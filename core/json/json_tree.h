// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tideline {

/// A value of a JSON text: where it stands, and what is in it. Texts stay in the source until they are asked for.
struct JsonNode {
    enum class Kind : std::uint8_t { Null, Flag, Number, Text, List, Object };
    Kind kind = Kind::Null;
    std::uint32_t begin = 0, end = 0;        ///< bytes of the source, the quotes of a text included
    std::uint32_t keyBegin = 0, keyEnd = 0;  ///< of a member: its name, quotes included
    std::vector<JsonNode> children;          ///< elements or members, in the order of the file
};

/// A JSON text that was read under the limits: UTF-8, bounded depth and size, no member twice, finite numbers.
class JsonTree {
public:
    /// Errors name "file:line:column". `mostBytes` is the limit on the size.
    static Result<JsonTree> read(SourceText source, std::uint64_t mostBytes);

    const JsonNode& root() const { return m_root; }
    const std::string& file() const { return m_source.name; }
    /// The bytes as they stand in the file.
    std::string_view raw(const JsonNode& node) const;
    std::string_view rawKey(const JsonNode& node) const;
    /// Of a text or a member's name, escapes resolved.
    std::string text(const JsonNode& node) const;
    std::string key(const JsonNode& node) const;
    bool isKey(const JsonNode& node, std::string_view name) const;
    double number(const JsonNode& node) const;
    /// From 1.
    int line(const JsonNode& node) const;

private:
    JsonTree(SourceText source, JsonNode root) : m_source(std::move(source)), m_root(std::move(root)) {}
    SourceText m_source;
    JsonNode m_root;
};

}  // namespace tideline
