// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/yaml/yaml_value.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tideline {

/// What becomes of a resource's data when the stack goes; Undeclared for resources without any.
/// `RetainOnceMade` stays with what uses it, unless its first creation fails: its name has to be free for the next try.
enum class CfnKeep { Undeclared, Delete, Retain, Snapshot, RetainOnceMade };

struct CfnResource {
    std::string type;
    YamlValue properties = YamlValue::mapping();
    CfnKeep keep = CfnKeep::Undeclared;
    std::string condition;  ///< empty = always
    std::string dependsOn;  ///< empty = nothing
    YamlValue metadata;
    std::string comment;  ///< the exporter's own words above the resource
};

struct CfnParameter {
    std::string name, group;
    YamlValue definition;
};

/// A template while it is being put together: resources in the order of adding, and only those parameters and
/// conditions that something uses.
class SamTemplate {
public:
    /// A second resource of the same logical id is left out and remembered as a clash.
    void add(std::string logicalId, CfnResource resource);
    const std::vector<std::string>& clashes() const { return m_clashes; }
    /// Null where there is none yet; valid until the next `add`.
    CfnResource* find(std::string_view logicalId);
    std::vector<std::pair<std::string, CfnResource>>& resources() { return m_resources; }
    const std::vector<std::pair<std::string, CfnResource>>& resources() const { return m_resources; }

    /// Brings a parameter in; a second one of the same name is left out.
    void addParameter(CfnParameter parameter);
    /// The same, before all others.
    void addFirstParameter(CfnParameter parameter);
    /// Brings in a standard parameter by its name (parameters.cpp), and returns a reference to it.
    YamlValue use(std::string_view parameter);
    /// Brings in a standard condition with its parameter, and returns its name.
    std::string when(std::string_view condition);
    /// A condition that holds where `parameter` is not empty; returns its name, "Has" + parameter.
    std::string whenGiven(const std::string& parameter);
    bool uses(std::string_view parameter) const;

    /// Names of the parameters that have no standard, in their order: who deploys has to give them.
    std::vector<std::string> requiredParameters() const;

    void addOutput(std::string name, std::string description, YamlValue value, std::string condition = {});

    /// Metadata (the groups of parameters), Parameters and Conditions.
    YamlValue interface() const;
    YamlValue parameters() const;
    YamlValue conditions() const;
    YamlValue resourceValues() const;
    YamlValue outputs() const;

private:
    std::vector<std::pair<std::string, CfnResource>> m_resources;
    std::map<std::string, std::size_t, std::less<>> m_positions;  ///< in m_resources
    std::vector<CfnParameter> m_parameters;
    std::vector<std::pair<std::string, YamlValue>> m_conditions;
    YamlMembers m_outputs;
    std::vector<std::string> m_clashes;
};

}  // namespace tideline
