// SPDX-License-Identifier: Apache-2.0
#include "core/cost/account_pricing.h"

#include "core/cost/plain_number.h"

#include <algorithm>
#include <map>

namespace tideline {

namespace {

/// Positions of the usages in the order of the book, in which free amounts are used up.
std::vector<std::size_t> bookOrder(std::span<const AccountUsage> usages) {
    std::vector<std::size_t> order(usages.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    // Prices of a book lie in one array, so their addresses are in its order.
    std::ranges::sort(order, {}, [usages](std::size_t at) { return usages[at].price; });
    return order;
}

}  // namespace

std::vector<Exact> freeUnits(std::span<const AccountUsage> usages) {
    std::vector<Exact> free(usages.size(), Exact(0));
    std::map<std::string, Exact> left;  // free units of each group that nobody has used yet
    for (const std::size_t at : bookOrder(usages)) {
        const Price& price = *usages[at].price;
        if (!price.freePerMonth) {
            continue;
        }
        const std::string& group = price.freeGroup.empty() ? price.key : price.freeGroup;
        Exact& available = left.try_emplace(group, *price.freePerMonth).first->second;
        const Exact billable = std::max<Exact>(0, usages[at].units - price.includedPerMonth.value_or(0));
        free[at] = std::min(available, billable);
        available -= free[at];
    }
    return free;
}

std::vector<Exact> accountCosts(std::span<const AccountUsage> usages, FreeAmounts freeAmounts) {
    std::vector<Exact> costs;
    const std::vector<Exact> free =
        freeAmounts == FreeAmounts::Applied ? freeUnits(usages) : std::vector<Exact>(usages.size(), Exact(0));
    for (std::size_t at = 0; at < usages.size(); ++at) {
        costs.push_back(costOf(*usages[at].price, usages[at].units - free[at], FreeAmounts::NotApplied));
    }
    return costs;
}

std::vector<TierPart> tierPartsOf(const Price& price, const Exact& units) {
    const Exact chargeableUnits = inWholeLots(price, units);
    std::vector<TierPart> parts;
    Exact below = 0;
    for (std::size_t at = 0; at < price.tiers.size() && below < chargeableUnits; ++at) {
        const PriceTier& tier = price.tiers[at];
        const Exact end = tier.upTo ? std::min(*tier.upTo, chargeableUnits) : chargeableUnits;
        if (end > below) {
            const Exact inTier = end - below;
            parts.push_back({at, inTier, inTier * tier.value / price.per});
        }
        below = end;
    }
    return parts;
}

std::string tierTitle(const Price& price, std::size_t tier) {
    if (price.tiers.size() < 2) {
        return {};
    }
    const Exact below = tier == 0 ? Exact(0) : price.tiers[tier - 1].upTo.value_or(0);
    if (!price.tiers[tier].upTo) {
        return "over " + roundNumber(below);
    }
    return (tier == 0 ? "first " : "next ") + roundNumber(*price.tiers[tier].upTo - below);
}

}  // namespace tideline
