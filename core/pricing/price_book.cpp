// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_book.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

Exact lessAtMost(const Exact& units, const std::optional<Exact>& amount) {
    return amount ? std::max(Exact(0), Exact(units - *amount)) : units;
}

/// Dollars for what is left after all included and free amounts.
Exact tierCost(const Price& price, const Exact& units) {
    Exact cost = 0;
    Exact below = 0;
    for (const PriceTier& tier : price.tiers) {
        const Exact end = tier.upTo ? std::min(*tier.upTo, units) : units;
        if (end > below) {
            cost += (end - below) * tier.value;
        }
        if (!tier.upTo || units <= *tier.upTo) {
            break;
        }
        below = *tier.upTo;
    }
    return cost / price.per;
}

}  // namespace

const Price* PriceBook::find(std::string_view key) const {
    const auto at = std::ranges::find(prices, key, &Price::key);
    return at == prices.end() ? nullptr : &*at;
}

Result<PriceBook> overridden(PriceBook book, const PriceBook& over) {
    if (over.currency != book.currency) {
        return failure(fmt::format("its prices are in {}, but those of '{}' are in {}; one bill has one currency",
                                   over.currency, book.title, book.currency),
                       over.title);
    }
    for (const Price& price : over.prices) {
        const auto at = std::ranges::find(book.prices, price.key, &Price::key);
        if (at == book.prices.end()) {
            book.prices.push_back(price);
        } else if (at->unit == price.unit) {
            const std::string before = at->replaces.empty() ? at->book : at->replaces;
            *at = price;
            at->replaces = before;
        } else {
            return failure(fmt::format("price '{}' is for {}, but in '{}' it is for {}; a price keeps its unit",
                                       price.key, price.unit, at->book, at->unit),
                           over.title);
        }
    }
    if (over.statesHours) {
        book.hoursPerMonth = over.hoursPerMonth;
        book.statesHours = true;
    }
    return book;
}

Exact inWholeLots(const Price& price, const Exact& units) {
    if (!price.roundUpTo || units <= 0) {
        return units;
    }
    const Exact lots = units / *price.roundUpTo;
    const Whole top = boost::multiprecision::numerator(lots);
    const Whole bottom = boost::multiprecision::denominator(lots);
    return Exact(Whole((top + bottom - 1) / bottom)) * *price.roundUpTo;
}

Doubt doubtOf(const Price& price) {
    const auto has = [&price](char letter) { return price.grade.find(letter) != std::string::npos; };
    if (has('X')) {
        return Doubt::Contradicted;
    }
    if (has('P') || has('A') || has('G') || has('K')) {
        return Doubt::None;
    }
    return has('R') ? Doubt::Recalled : has('S') ? Doubt::SecondHand : Doubt::None;
}

std::string_view wordsOf(Doubt doubt) {
    switch (doubt) {
    case Doubt::None: return "";
    case Doubt::SecondHand: return "not the provider's own page";
    case Doubt::Recalled: return "recalled, not read anywhere";
    case Doubt::Contradicted: return "sources contradict each other";
    }
    return "";
}

Exact costOf(const Price& price, const Exact& units, FreeAmounts freeAmounts) {
    Exact chargeable = lessAtMost(units, price.includedPerMonth);
    if (freeAmounts == FreeAmounts::Applied) {
        chargeable = lessAtMost(chargeable, price.freePerMonth);
    }
    return tierCost(price, inWholeLots(price, chargeable));
}

}  // namespace tideline
