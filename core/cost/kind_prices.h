// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/pricing/price_book.h"

namespace tideline {

/// Every cost line of every kind names a price that the book has, in the unit of the line's meter; a price for arm64
/// has its twin for x86. The error names the kind and the line.
Result<void> checkPrices(const Catalog& catalog, const PriceBook& prices);

}  // namespace tideline
