// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_value.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace tideline {

YamlValue::YamlValue() : m_value(nullptr) {}
YamlValue::YamlValue(bool value) : m_value(value) {}
YamlValue::YamlValue(int value) : m_value(static_cast<std::int64_t>(value)) {}
YamlValue::YamlValue(std::int64_t value) : m_value(value) {}
YamlValue::YamlValue(double value) : m_value(value) {
    TIDELINE_ASSERT(std::isfinite(value), "a number that is written to YAML is finite");
}
YamlValue::YamlValue(const char* value) : m_value(std::string(value)) {}
YamlValue::YamlValue(std::string value) : m_value(std::move(value)) {}
YamlValue::YamlValue(std::string_view value) : m_value(std::string(value)) {}
YamlValue::YamlValue(YamlList value) : m_value(std::move(value)) {}
YamlValue::YamlValue(YamlMembers value) : m_value(std::move(value)) {}

YamlValue YamlValue::mapping() {
    return YamlValue(YamlMembers{});
}

YamlValue YamlValue::list() {
    return YamlValue(YamlList{});
}

YamlValue& YamlValue::set(std::string name, YamlValue value) {
    (*this)[name] = std::move(value);
    return *this;
}

YamlValue& YamlValue::operator[](const std::string& name) {
    if (isNull()) {
        m_value = YamlMembers{};
    }
    TIDELINE_ASSERT(isMapping(), "members are put into mappings only");
    auto& members = std::get<YamlMembers>(m_value);
    const auto at = std::ranges::find(members, name, &YamlMembers::value_type::first);
    return at != members.end() ? at->second : members.emplace_back(name, YamlValue()).second;
}

const YamlValue* YamlValue::find(std::string_view name) const {
    const auto* members = std::get_if<YamlMembers>(&m_value);
    if (members == nullptr) {
        return nullptr;
    }
    const auto at = std::ranges::find(*members, name, &YamlMembers::value_type::first);
    return at != members->end() ? &at->second : nullptr;
}

YamlValue& YamlValue::add(YamlValue value) {
    if (isNull()) {
        m_value = YamlList{};
    }
    TIDELINE_ASSERT(isList(), "elements are added to lists only");
    std::get<YamlList>(m_value).push_back(std::move(value));
    return *this;
}

bool YamlValue::isNull() const {
    return std::holds_alternative<std::nullptr_t>(m_value);
}

bool YamlValue::isMapping() const {
    return std::holds_alternative<YamlMembers>(m_value);
}

bool YamlValue::isList() const {
    return std::holds_alternative<YamlList>(m_value);
}

bool YamlValue::operator==(const YamlValue& other) const {
    return tag == other.tag && comment == other.comment && m_value == other.m_value;
}

YamlValue tagged(std::string tag, YamlValue value) {
    value.tag = std::move(tag);
    return value;
}

}  // namespace tideline
