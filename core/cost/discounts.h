// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"
#include "core/pricing/price_book.h"

#include <vector>

namespace tideline {

/// The prices with what a person has agreed or expects: each value times 1 - coverage x (off - reserve), exactly, and
/// said so in Price::terms. Discounts on the same price follow each other. The shares of a node's price keep to the list.
PriceBook discounted(PriceBook book, const std::vector<Discount>& discounts);

/// Whether the discount is for this price: its key, or a beginning that ends with a point.
bool appliesTo(const Discount& discount, const Price& price);

}  // namespace tideline
