// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/pricing/price_book.h"

namespace tideline {

/// What a function with warm slots pays instead: for requests and duration the same without the account's free amount,
/// which does not cover such functions (AWS Lambda pricing); else `price` itself.
std::string_view priceBesideWarmSlots(std::string_view price);

/// Every cost line of every kind names a price that the book has, in the unit of the line's meter, and so are its twins
/// for x86 and for functions with warm slots. The error names the kind and the line.
Result<void> checkPrices(const Catalog& catalog, const PriceBook& prices);

}  // namespace tideline
