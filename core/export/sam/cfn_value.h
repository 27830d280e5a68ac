// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/yaml/yaml_value.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// The short forms of CloudFormation as values. Arguments are names that the exporter made, never a person's text.
YamlValue cfnRef(std::string_view name);
YamlValue cfnAttribute(std::string_view logicalId, std::string_view attribute);
/// `text` holds at least one ${...}.
YamlValue cfnSub(std::string text);
YamlValue cfnIf(std::string_view condition, YamlValue then, YamlValue otherwise);
/// The value where the condition holds, else no member at all.
YamlValue cfnOnlyIf(std::string_view condition, YamlValue then);
YamlValue cfnNoValue();

/// A person's text as a literal: "${" is written so that CloudFormation keeps it as it is. Refuses "{{resolve:",
/// which cannot be escaped, and control characters; `place` names the element in the error.
Result<YamlValue> cfnLiteral(const std::string& text, const std::string& place);
/// Like cfnLiteral, cut to what a Description takes (`most` bytes, at most 1024) on a character's border.
Result<YamlValue> cfnDescription(const std::string& text, const std::string& place, std::size_t most = 1024);
/// The same for the Description of the template, the only place where CloudFormation takes no function: "${" becomes
/// "$ {" there.
Result<YamlValue> cfnPlainDescription(const std::string& text, const std::string& place);

/// A list of texts.
YamlValue cfnTexts(const std::vector<std::string_view>& texts);
/// One statement of a policy that allows `actions` on `resource`; `sid` is alphanumeric.
YamlValue cfnAllow(std::string_view sid, const std::vector<std::string_view>& actions, YamlValue resource);
YamlValue cfnPolicy(YamlList statements);
/// The trust of a role in one AWS service, bound to this account.
YamlValue cfnTrust(std::string_view service, const std::vector<std::string_view>& actions = {"sts:AssumeRole"});

}  // namespace tideline
