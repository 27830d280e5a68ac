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

/// Units of each usage that the account's free amounts cover, in the order given.
std::vector<Exact> freeUnits(std::span<const AccountUsage> usages);

/// What falls into one tier of a price.
struct TierPart {
    std::size_t tier = 0;  ///< position in Price::tiers
    Exact units;
    Exact dollars;
};

/// The tiers that so many units reach once included and free units are taken off, in whole lots; none where nothing is
/// left.
std::vector<TierPart> tierPartsOf(const Price& price, const Exact& chargeableUnits);

/// "first 6B", "next 9B", "over 15B"; empty for a price of one tier.
std::string tierTitle(const Price& price, std::size_t tier);

}  // namespace tideline
