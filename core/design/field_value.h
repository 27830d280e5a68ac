// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tideline {

/// What a person can give a field: a finite number, a switch, or a text.
using FieldValue = std::variant<double, bool, std::string>;
using FieldValues = std::map<std::string, FieldValue, std::less<>>;

/// Members of a file that this version does not know, as (name, JSON text), in the order of the file. They are
/// written back byte for byte.
using Extras = std::vector<std::pair<std::string, std::string>>;

}  // namespace tideline
