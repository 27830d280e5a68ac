// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/pricing/price_book.h"

#include <span>

namespace tideline {

/// Units of one price over the whole account and month; `price` is a price of the book.
struct AccountUsage {
    const Price* price = nullptr;
    Exact units;
};

/// Dollars for each usage, in the order given. Prices of one free group share its amount, used up in the order of the
/// book (decisions: included and free amounts). Each price stands in `usages` at most once.
std::vector<Exact> accountCosts(std::span<const AccountUsage> usages, FreeAmounts freeAmounts);

}  // namespace tideline
