// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace tideline {

/// JSON Schema (draft 2020-12) of a price book, as YAML editors read it.
std::string priceBookSchema();

}  // namespace tideline
