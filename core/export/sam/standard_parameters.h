// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_template.h"

namespace tideline {

struct StandardCondition {
    std::string parameter;
    YamlValue value;
};

/// The row of this name; every name that the exporter uses has one.
CfnParameter standardParameter(std::string_view name);
/// A value of the right shape for a parameter that has no standard; whoever deploys replaces it.
std::string_view sampleParameter(std::string_view name);
StandardCondition standardCondition(std::string_view name);

/// !Not [!Equals [value, other]]
YamlValue conditionNotEqual(YamlValue value, YamlValue other);

}  // namespace tideline
