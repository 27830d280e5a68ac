// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tideline {

/// A place in a YAML text, both from 1.
struct YamlPlace {
    int line = 1, column = 1;
    bool operator==(const YamlPlace&) const = default;
};

struct YamlMember;

/// A node of a YAML text as libyaml's events gave it, under the limits of core/base/limits.h, aliases expanded.
struct YamlNode {
    enum class Kind { Scalar, Sequence, Mapping };
    Kind kind = Kind::Scalar;
    YamlPlace place;
    std::string text;      ///< of a scalar
    bool quoted = false;   ///< a quoted scalar is always a text
    std::string tag;
    std::vector<YamlMember> members;  ///< of a mapping, in the order of the file, keys unique
    std::vector<YamlNode> elements;   ///< of a sequence
};

/// A key of a mapping, always a scalar.
struct YamlKey {
    std::string text;
    YamlPlace place;
};

struct YamlMember {
    YamlKey first;
    YamlNode second;
};

/// The documents of a stranger's YAML text. Errors name "file:line:column" and the limit (reliability.md 5.2, 5.3).
Result<std::vector<YamlNode>> readYaml(const SourceText& source);
/// The text's only document.
Result<YamlNode> readYamlDocument(const SourceText& source);

}  // namespace tideline
