// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"

#include <span>
#include <string>
#include <string_view>

namespace tideline {

/// Whether the value has the type of the field, lies in its range and is one of its choices.
bool fits(const FieldSpec& field, const FieldValue& value);

/// A sentence about a value that does not fit: "'Orders' sets 'Memory per replica' to 8 MiB, but it must be …". `owner` is
/// shown as it is.
std::string misfitText(std::string_view owner, const FieldSpec& field, const FieldValue& value);

/// A sentence about a field that none of `fields` is, with the nearest one. `phrase`: "an HTTP API service".
std::string unknownFieldText(std::string_view owner, std::string_view phrase, std::span<const FieldSpec> fields,
                             const std::string& field);

}  // namespace tideline
