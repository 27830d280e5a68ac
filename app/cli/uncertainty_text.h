// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/uncertainty.h"
#include "core/json/json_value.h"

namespace tideline {

std::string uncertaintyText(const Uncertainty& uncertainty);
JsonValue uncertaintyJson(const Uncertainty& uncertainty);

}  // namespace tideline
