// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_template.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/standard_parameters.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

std::string_view wordOf(CfnKeep keep) {
    constexpr std::array words{"", "Delete", "Retain", "Snapshot", "RetainExceptOnCreate"};
    return words[static_cast<std::size_t>(keep)];
}

YamlValue valueOf(const CfnResource& resource) {
    YamlValue value = YamlValue::mapping();
    value.set("Type", resource.type);
    if (!resource.condition.empty()) {
        value.set("Condition", resource.condition);
    }
    if (!resource.dependsOn.empty()) {
        value.set("DependsOn", resource.dependsOn);
    }
    if (resource.keep != CfnKeep::Undeclared) {
        value.set("DeletionPolicy", wordOf(resource.keep));
        value.set("UpdateReplacePolicy",
                  wordOf(resource.keep == CfnKeep::RetainOnceMade ? CfnKeep::Retain : resource.keep));
    }
    if (!resource.metadata.isNull()) {
        value.set("Metadata", resource.metadata);
    }
    value.set("Properties", resource.properties);
    value.comment = resource.comment;
    return value;
}

}  // namespace

void SamTemplate::add(std::string logicalId, CfnResource resource) {
    if (find(logicalId) != nullptr) {
        m_clashes.push_back(std::move(logicalId));
        return;
    }
    m_positions.emplace(logicalId, m_resources.size());
    m_resources.emplace_back(std::move(logicalId), std::move(resource));
}

CfnResource* SamTemplate::find(std::string_view logicalId) {
    const auto at = m_positions.find(logicalId);
    return at == m_positions.end() ? nullptr : &m_resources[at->second].second;
}

void SamTemplate::addParameter(CfnParameter parameter) {
    if (!uses(parameter.name)) {
        m_parameters.push_back(std::move(parameter));
    }
}

void SamTemplate::addFirstParameter(CfnParameter parameter) {
    m_parameters.insert(m_parameters.begin(), std::move(parameter));
}

YamlValue SamTemplate::use(std::string_view parameter) {
    if (!uses(parameter)) {
        addParameter(standardParameter(parameter));
    }
    return cfnRef(parameter);
}

std::string SamTemplate::when(std::string_view condition) {
    const auto known = [&](const auto& row) { return row.first == condition; };
    if (std::ranges::none_of(m_conditions, known)) {
        StandardCondition row = standardCondition(condition);
        use(row.parameter);
        m_conditions.emplace_back(std::string(condition), std::move(row.value));
    }
    return std::string(condition);
}

std::string SamTemplate::whenGiven(const std::string& parameter) {
    std::string name = "Has" + parameter;
    if (std::ranges::none_of(m_conditions, [&](const auto& row) { return row.first == name; })) {
        m_conditions.emplace_back(name, conditionNotEqual(cfnRef(parameter), ""));
    }
    return name;
}

bool SamTemplate::uses(std::string_view parameter) const {
    return std::ranges::any_of(m_parameters, [&](const CfnParameter& row) { return row.name == parameter; });
}

std::vector<std::string> SamTemplate::requiredParameters() const {
    std::vector<std::string> names;
    for (const CfnParameter& parameter : m_parameters) {
        if (parameter.definition.find("Default") == nullptr) {
            names.push_back(parameter.name);
        }
    }
    return names;
}

void SamTemplate::addOutput(std::string name, std::string description, YamlValue value, std::string condition) {
    YamlValue output = YamlValue::mapping();
    if (!condition.empty()) {
        output.set("Condition", std::move(condition));
    }
    output.set("Description", std::move(description)).set("Value", std::move(value));
    m_outputs.emplace_back(std::move(name), std::move(output));
}

YamlValue SamTemplate::interface() const {
    std::vector<std::pair<std::string, YamlList>> groups;
    for (const CfnParameter& parameter : m_parameters) {
        auto at = std::ranges::find(groups, parameter.group, [](const auto& row) { return row.first; });
        if (at == groups.end()) {
            at = groups.insert(groups.end(), {parameter.group, {}});
        }
        at->second.emplace_back(parameter.name);
    }
    YamlValue list = YamlValue::list();
    for (const auto& [label, names] : groups) {
        list.add(YamlMembers{{"Label", YamlMembers{{"default", label}}}, {"Parameters", names}});
    }
    return YamlMembers{{"AWS::CloudFormation::Interface", YamlMembers{{"ParameterGroups", list}}}};
}

YamlValue SamTemplate::parameters() const {
    YamlValue value = YamlValue::mapping();
    for (const CfnParameter& parameter : m_parameters) {
        value.set(parameter.name, parameter.definition);
    }
    return value;
}

YamlValue SamTemplate::conditions() const {
    YamlValue value = YamlValue::mapping();
    for (const auto& [name, condition] : m_conditions) {
        value.set(name, condition);
    }
    return value;
}

YamlValue SamTemplate::resourceValues() const {
    YamlValue value = YamlValue::mapping();
    for (const auto& [logicalId, resource] : m_resources) {
        value.set(logicalId, valueOf(resource));
    }
    return value;
}

YamlValue SamTemplate::outputs() const {
    return YamlValue(m_outputs);
}

}  // namespace tideline
