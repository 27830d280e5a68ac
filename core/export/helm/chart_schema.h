// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/json/json_value.h"

namespace tideline {

/// values.schema.json: closed at every level that the chart reads itself, open where Kubernetes has its own schema.
JsonValue chartSchema();

}  // namespace tideline
