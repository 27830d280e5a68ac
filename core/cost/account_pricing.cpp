// SPDX-License-Identifier: Apache-2.0
#include "core/cost/account_pricing.h"

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

std::vector<Exact> accountCosts(std::span<const AccountUsage> usages, FreeAmounts freeAmounts) {
    std::vector<Exact> costs(usages.size());
    std::map<std::string, Exact> left;  // free units of each group that nobody has used yet
    for (const std::size_t at : bookOrder(usages)) {
        const Price& price = *usages[at].price;
        Exact units = usages[at].units;
        if (freeAmounts == FreeAmounts::Applied && price.freePerMonth) {
            const std::string& group = price.freeGroup.empty() ? price.key : price.freeGroup;
            Exact& free = left.try_emplace(group, *price.freePerMonth).first->second;
            const Exact billable = std::max<Exact>(0, units - price.includedPerMonth.value_or(0));
            const Exact used = std::min(free, billable);
            free -= used;
            units -= used;
        }
        costs[at] = costOf(price, units, FreeAmounts::NotApplied);
    }
    return costs;
}

}  // namespace tideline
