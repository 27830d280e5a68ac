// SPDX-License-Identifier: Apache-2.0
#include "core/base/assert.h"
#include "core/yaml/yaml_gate.h"
#include "core/yaml/yaml_writer.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace tideline;

/// The tree as an exporter would build it, every scalar a text.
YamlValue valueOf(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::Scalar) {
        return YamlValue(node.text);
    }
    if (node.kind == YamlNode::Kind::Sequence) {
        YamlValue list = YamlValue::list();
        for (const YamlNode& element : node.elements) {
            list.add(valueOf(element));
        }
        return list;
    }
    YamlMembers members;
    for (const auto& [key, value] : node.members) {
        members.emplace_back(key.text, valueOf(value));
    }
    return YamlValue(std::move(members));
}

bool isSame(const YamlNode& a, const YamlNode& b) {
    if (a.kind != b.kind || a.text != b.text || a.elements.size() != b.elements.size() ||
        a.members.size() != b.members.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.elements.size(); ++i) {
        if (!isSame(a.elements[i], b.elements[i])) {
            return false;
        }
    }
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        if (a.members[i].first.text != b.members[i].first.text || !isSame(a.members[i].second, b.members[i].second)) {
            return false;
        }
    }
    return true;
}

}  // namespace

/// What the gate lets through is written so that the gate reads the same tree back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto documents = readYaml({.name = "fuzz", .text = std::string(reinterpret_cast<const char*>(data), size)});
    if (!documents) {
        TIDELINE_ASSERT(!documents.error().message.empty() && !documents.error().where.empty(),
                        "a refusal says why and where");
        return 0;
    }
    YamlList values;
    for (const YamlNode& document : *documents) {
        values.push_back(valueOf(document));
    }
    const auto text = yamlText(values, {.order = YamlOrder::AsGiven});
    if (!text || values.empty()) {
        return 0;  // a key over the writer's limit
    }
    const auto again = readYaml({.name = "again", .text = *text});
    TIDELINE_ASSERT(again.has_value(), "what is written can be read");
    TIDELINE_ASSERT(again->size() == documents->size(), "the number of documents does not change");
    for (std::size_t i = 0; i < again->size(); ++i) {
        TIDELINE_ASSERT(isSame((*documents)[i], (*again)[i]), "what is written reads back equal");
    }
    return 0;
}
