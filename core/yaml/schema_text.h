// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tideline {

/// The JSON text of a schema or of a part of one (JSON Schema, draft 2020-12), by which editors check the YAML files that
/// people write. Our schemas hold no text that JSON would have to escape.
using SchemaText = std::string;
/// Name and schema of each member; a name that ends in "!" must be there.
using SchemaMembers = std::vector<std::pair<std::string, SchemaText>>;

SchemaText schemaOfText();
SchemaText schemaOfNumber();
SchemaText schemaOfFlag();
/// A number, a switch or a text.
SchemaText schemaOfScalar();
SchemaText schemaOfWords(std::span<const std::string> words);
SchemaText schemaOfList(const SchemaText& element);
/// A mapping from any name to this.
SchemaText schemaOfMap(const SchemaText& value);
/// A mapping with these members and no others.
SchemaText schemaOfMapping(const SchemaMembers& members);
/// The whole schema of a file, a member a line, ending in a line break.
SchemaText schemaDocument(std::string_view title, const SchemaMembers& members);

}  // namespace tideline
