// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/pricing/price_book.h"

#include <algorithm>
#include <vector>

namespace tideline {

/// A price in floating point.
struct RoundedPrice {
    std::vector<double> upTo, perUnit;  ///< of the tiers
    double included = 0, free = 0;      ///< units a month
    double lot = 0;                     ///< what is charged in whole lots of so many; 0 = to the unit
};

RoundedPrice roundedPrice(const Price& price);

/// What one price adds to a bill.
struct PricePart {
    double dollars = 0, steps = 0;
    double freeUnits = 0;  ///< what it took of the free amounts
    std::size_t tier = 0;  ///< that the last unit is in
};

/// Of `all` units a month. Takes what it can of `freeLeft`, the rest of what its group has free; null where nothing is.
/// `wholeLots` rounds lots up.
template <class WholeLots>
PricePart partOf(const RoundedPrice& price, double all, double* freeLeft, WholeLots&& wholeLots) {
    PricePart part;
    double units = std::max(0.0, all - price.included);
    part.steps += all > price.included ? 1 : 0;
    if (freeLeft != nullptr) {
        part.steps += units > *freeLeft ? 1 : 0;
        part.freeUnits = std::min(*freeLeft, units);
        *freeLeft -= part.freeUnits;
        units -= part.freeUnits;
    }
    if (price.lot > 0 && units > 0) {
        const double lots = wholeLots(units / price.lot);
        part.steps += lots;
        units = lots * price.lot;
    }
    double below = 0;
    for (std::size_t tier = 0; tier < price.upTo.size() && units > below; ++tier) {
        part.dollars += (std::min(units, price.upTo[tier]) - below) * price.perUnit[tier];
        part.tier = tier;
        below = price.upTo[tier];
    }
    part.steps += static_cast<double>(part.tier);
    return part;
}

}  // namespace tideline
