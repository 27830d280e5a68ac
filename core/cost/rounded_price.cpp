// SPDX-License-Identifier: Apache-2.0
#include "core/cost/rounded_price.h"

#include <cmath>

namespace tideline {

RoundedPrice roundedPrice(const Price& price) {
    RoundedPrice rounded;
    const double per = approximately(price.per);
    for (const PriceTier& tier : price.tiers) {
        rounded.upTo.push_back(tier.upTo ? approximately(*tier.upTo) : HUGE_VAL);
        rounded.perUnit.push_back(approximately(tier.value) / per);
    }
    rounded.lot = price.roundUpTo ? approximately(*price.roundUpTo) : 0;
    rounded.included = price.includedPerMonth ? approximately(*price.includedPerMonth) : 0;
    rounded.free = price.freePerMonth ? approximately(*price.freePerMonth) : 0;
    return rounded;
}

}  // namespace tideline
