// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/design/field_value.h"
#include "core/json/json_value.h"
#include "core/pricing/price_book.h"

namespace tideline {

/// {"title", "url", "asOf"}.
JsonValue sourceJson(const PriceSource& source);
/// Money with up to six decimals, as a number.
JsonValue moneyJson(Money money);
/// An exact number, unrounded, in its shortest form.
JsonValue exactJson(const Exact& value);
/// null for nothing.
JsonValue optionalJson(const std::optional<Exact>& value);
JsonValue fieldJson(const FieldValue& value);
JsonValue textsJson(const std::vector<std::string>& texts);

}  // namespace tideline
