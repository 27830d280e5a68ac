// SPDX-License-Identifier: Apache-2.0
#include "core/cost/kind_prices.h"

#include "core/catalog/vocabulary.h"

#include <fmt/core.h>

namespace tideline {

namespace {

constexpr std::string_view kArm = ".arm64";

/// The prices that a line may be billed by: the named one, that of functions with warm slots, and the twins for x86.
std::vector<std::string> pricesOf(const CostSpec& cost) {
    std::vector<std::string> keys;
    for (const std::string_view price : {std::string_view(cost.price), priceBesideWarmSlots(cost.price)}) {
        keys.emplace_back(price);
        if (price.ends_with(kArm)) {
            keys.push_back(std::string(price.substr(0, price.size() - kArm.size())) + ".x86");
        }
    }
    return keys;
}

Result<void> checkCost(const ServiceKind& kind, const CostSpec& cost, const PriceBook& prices) {
    const MeterWord* meter = findMeter(cost.meter);
    for (const std::string& key : pricesOf(cost)) {
        const Price* price = prices.find(key);
        if (price == nullptr) {
            return failure(
                fmt::format("the cost line '{}' names the price '{}', which no price book has", cost.title, key),
                "kinds/" + kind.key + ".yaml");
        }
        if (meter == nullptr || meter->unit != price->unit) {
            return failure(fmt::format("the cost line '{}' counts {}, but the price '{}' is for {}", cost.title,
                                       meter == nullptr ? "nothing known" : meter->unit, key, price->unit),
                           "kinds/" + kind.key + ".yaml");
        }
    }
    return {};
}

}  // namespace

std::string_view priceBesideWarmSlots(std::string_view price) {
    if (price == "aws.lambda.requests") {
        return "aws.lambda.provisioned-requests";
    }
    return price == "aws.lambda.gb-seconds.arm64" ? "aws.lambda.spillover-gb-seconds.arm64" : price;
}

Result<void> checkPrices(const Catalog& catalog, const PriceBook& prices) {
    for (const ServiceKind& kind : catalog.kinds()) {
        for (const Hosting& hosting : kind.hostings) {
            for (const CostSpec& cost : hosting.costs) {
                TRY(checkCost(kind, cost, prices));
            }
        }
    }
    return {};
}

}  // namespace tideline
