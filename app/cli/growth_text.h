// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/growth.h"
#include "core/json/json_value.h"

namespace tideline {

std::string growthText(const std::vector<GrowthMonth>& months);
JsonValue growthJson(const std::vector<GrowthMonth>& months);

}  // namespace tideline
