// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"
#include "core/json/json_object.h"
#include "core/json/json_value.h"

namespace tideline {

/// `settings.bill`: switches, sums set by hand, people and tools, support, discounts.
Result<BillSettings> readBill(const JsonPlace& place);
JsonValue billSettingsJson(const BillSettings& bill);

/// `settings.ranges`: inputs that are uncertain.
Result<std::vector<InputRange>> readRanges(JsonObject& settings);
JsonValue rangesJson(const std::vector<InputRange>& ranges);

}  // namespace tideline
