// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/yaml/yaml_gate.h"

#include <functional>

namespace tideline {

/// Typed reading of one mapping, member by member. Every member that is asked for is marked; `finish` refuses the
/// others by name, place and the nearest name that is known ("there is no member 'titel'; did you mean 'title'?").
class YamlObject {
public:
    /// Fails where the node is no mapping. `file` is the name that errors show; `node` must outlive the object.
    static Result<YamlObject> of(const YamlNode& node, std::string file);

    Result<std::string> text(const std::string& name);
    Result<std::optional<std::string>> optionalText(const std::string& name);
    Result<double> number(const std::string& name);
    Result<std::optional<double>> optionalNumber(const std::string& name);
    /// The decimal as it is written, for prices; checked to be a finite decimal.
    Result<std::optional<std::string>> optionalDecimal(const std::string& name);
    Result<bool> flag(const std::string& name, bool standard);
    Result<std::vector<std::string>> texts(const std::string& name);  ///< empty where absent
    /// Null where absent; lives as long as the tree.
    const YamlNode* member(const std::string& name);
    /// Elements of a list member; empty where absent.
    Result<std::vector<const YamlNode*>> list(const std::string& name);
    bool has(const std::string& name) const;
    /// All member names, in the order of the file.
    std::vector<std::string> names() const;

    Result<void> finish() const;

    /// An error at a member's value, or at the mapping where the member is absent: "kinds/x.yaml:12:7".
    tl::unexpected<Error> failureAt(const std::string& name, std::string message) const;
    std::string placeOf(const YamlNode& node) const;
    const std::string& file() const { return m_file; }

private:
    YamlObject(const YamlNode& node, std::string file) : m_node(&node), m_file(std::move(file)) {}
    const YamlNode* m_node;
    std::string m_file;
    std::vector<std::string> m_read;
};

/// "; did you mean 'x'?" for the nearest of the known words, or nothing where none is near.
std::string suggestion(const std::string& word, const std::vector<std::string>& known);

}  // namespace tideline
