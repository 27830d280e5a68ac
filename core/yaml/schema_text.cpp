// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/schema_text.h"

#include <fmt/format.h>

namespace tideline {

namespace {

/// Breaks the line after each member of a mapping; lists stay on one line.
std::string indented(std::string_view json) {
    std::string out;
    std::string open;  // the brackets that are open
    bool isInText = false;
    const auto breakLine = [&] { out += "\n" + std::string(open.size() * 2, ' '); };
    for (const char letter : json) {
        isInText = letter == '"' ? !isInText : isInText;
        if (!isInText && (letter == '}' || letter == ']')) {
            open.pop_back();
            if (letter == '}') {
                breakLine();
            }
        }
        out += letter;
        if (isInText) {
            continue;
        }
        if (letter == '{' || letter == '[') {
            open += letter;
        }
        if (letter == '{' || (letter == ',' && open.ends_with('{'))) {
            breakLine();
        } else if (letter == ',' || letter == ':') {
            out += ' ';
        }
    }
    return out + "\n";
}

}  // namespace

SchemaText schemaOfText() {
    return R"({"type":"string"})";
}

SchemaText schemaOfNumber() {
    return R"({"type":"number"})";
}

SchemaText schemaOfFlag() {
    return R"({"type":"boolean"})";
}

SchemaText schemaOfScalar() {
    return R"({"type":["number","boolean","string"]})";
}

SchemaText schemaOfWords(std::span<const std::string> words) {
    return fmt::format(R"({{"enum":["{}"]}})", fmt::join(words, R"(",")"));
}

SchemaText schemaOfList(const SchemaText& element) {
    return fmt::format(R"({{"type":"array","items":{}}})", element);
}

SchemaText schemaOfMap(const SchemaText& value) {
    return fmt::format(R"({{"type":"object","additionalProperties":{}}})", value);
}

SchemaText schemaOfMapping(const SchemaMembers& members) {
    std::vector<std::string> properties, required;
    for (const auto& [name, schema] : members) {
        const bool isRequired = name.ends_with('!');
        const std::string plain = isRequired ? name.substr(0, name.size() - 1) : name;
        properties.push_back(fmt::format(R"("{}":{})", plain, schema));
        if (isRequired) {
            required.push_back(fmt::format(R"("{}")", plain));
        }
    }
    return fmt::format(R"({{"type":"object","additionalProperties":false,"required":[{}],"properties":{{{}}}}})",
                       fmt::join(required, ","), fmt::join(properties, ","));
}

SchemaText schemaDocument(std::string_view title, const SchemaMembers& members) {
    const std::string body = schemaOfMapping(members);
    return indented(fmt::format(R"({{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"{}",{})", title,
                                body.substr(1)));
}

}  // namespace tideline
