// SPDX-License-Identifier: Apache-2.0
#include "core/cost/discounts.h"

#include "core/cost/plain_number.h"

#include <fmt/core.h>

namespace tideline {

namespace {

std::string percent(double share) {
    return plainNumber(exactOf(share) * 100) + " %";
}

std::string termsOf(const Discount& discount) {
    std::string text = fmt::format("{} off the list price", percent(discount.off));
    if (discount.coverage < 1) {
        text += fmt::format(" for {} of the use", percent(discount.coverage));
    }
    if (discount.reserve > 0) {
        text += fmt::format(", {} kept in reserve", percent(discount.reserve));
    }
    return fmt::format("{} ({})", text, discount.title);
}

}  // namespace

bool appliesTo(const Discount& discount, const Price& price) {
    return price.key == discount.prices || (discount.prices.ends_with('.') && price.key.starts_with(discount.prices));
}

PriceBook discounted(PriceBook book, const std::vector<Discount>& discounts) {
    for (const Discount& discount : discounts) {
        const Exact factor = 1 - exactOf(discount.coverage) * (exactOf(discount.off) - exactOf(discount.reserve));
        for (Price& price : book.prices) {
            if (!appliesTo(discount, price) || price.userSupplied) {
                continue;
            }
            for (PriceTier& tier : price.tiers) {
                tier.value *= factor;
            }
            price.terms += (price.terms.empty() ? "" : "; ") + termsOf(discount);
        }
    }
    return book;
}

}  // namespace tideline
