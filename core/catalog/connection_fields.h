// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"

#include <span>

namespace tideline {

/// The fields that every connection may have, in the order of a form.
std::span<const FieldSpec> connectionFields();

}  // namespace tideline
