// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace tideline {

/// JSON Schema (draft 2020-12) of a kind file, with the closed vocabularies as enumerations.
std::string kindSchema();

}  // namespace tideline
