// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tideline {

class YamlValue;

/// Members in the order in which they were put in.
using YamlMembers = std::vector<std::pair<std::string, YamlValue>>;
using YamlList = std::vector<YamlValue>;

/// A tree that exporters build and `yamlText` writes. Numbers and switches come from typed members of the model only;
/// a std::string is always written so that every reader gets the same text back.
class YamlValue {
public:
    using Variant = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, YamlList, YamlMembers>;

    YamlValue();  ///< null
    YamlValue(std::nullptr_t) : YamlValue() {}
    YamlValue(bool value);
    YamlValue(int value);
    YamlValue(std::int64_t value);
    YamlValue(double value);  ///< finite
    YamlValue(const char* value);
    YamlValue(std::string value);
    YamlValue(std::string_view value);
    YamlValue(YamlList value);
    YamlValue(YamlMembers value);

    /// An empty mapping, to be filled with `set`.
    static YamlValue mapping();
    static YamlValue list();

    /// Puts a member into a mapping (a null value becomes a mapping first); replaces the one with this name.
    YamlValue& set(std::string name, YamlValue value);
    /// The member of this name, made null where it is not there yet. A null value becomes a mapping first.
    YamlValue& operator[](const std::string& name);
    /// Null where this is no mapping or has no such member.
    const YamlValue* find(std::string_view name) const;
    /// Appends to a list (a null value becomes a list first).
    YamlValue& add(YamlValue value);

    bool isNull() const;
    bool isMapping() const;
    bool isList() const;
    const Variant& variant() const { return m_value; }
    Variant& variant() { return m_value; }
    bool operator==(const YamlValue&) const;

    /// A CloudFormation short form such as "!Ref", "!GetAtt", "!Sub"; empty for all other values. The exporter makes
    /// tags, never a person's text.
    std::string tag;
    /// Written as "# …" lines above the value (members of mappings only). The exporter's own words, never a person's.
    std::string comment;

private:
    Variant m_value;
};

/// A value with a CloudFormation tag: tagged("!Ref", "Bus").
YamlValue tagged(std::string tag, YamlValue value);

}  // namespace tideline
