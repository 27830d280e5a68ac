// SPDX-License-Identifier: Apache-2.0
#include "core/cost/money_shares.h"

#include "core/cost/plain_number.h"

#include <algorithm>

namespace tideline {

std::vector<Money> sharedOut(std::span<const Exact> shares) {
    std::vector<Money> money(shares.size());
    std::vector<Exact> remainders;
    Exact sum = 0;
    std::int64_t given = 0;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        const Exact micros = shares[at] * 1'000'000;
        const Exact floor = exactFloorOf(micros);
        money[at] = roundedMoney(floor / 1'000'000);
        remainders.push_back(micros - floor);
        given += money[at].micros;
        sum += shares[at];
    }
    std::vector<std::size_t> order(shares.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
        order[at] = at;
    }
    std::ranges::stable_sort(order,
                             [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    const std::int64_t left = roundedMoney(sum).micros - given;
    for (std::int64_t at = 0; at < left && at < static_cast<std::int64_t>(order.size()); ++at) {
        money[order[static_cast<std::size_t>(at)]].micros += 1;
    }
    return money;
}

}  // namespace tideline
