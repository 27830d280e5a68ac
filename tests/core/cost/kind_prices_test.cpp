// SPDX-License-Identifier: Apache-2.0
#include "core/cost/kind_prices.h"

#include "tests/support/catch.h"
#include "tests/support/shipped_data.h"

#include <algorithm>

using namespace tideline;

namespace {

std::string errorWith(const PriceBook& prices) {
    const Result<void> checked = checkPrices(test::shippedCatalog(), prices);
    return checked ? "no error" : describe(checked.error());
}

}  // namespace

TEST_CASE("every cost line of the shipped kinds has a price in the unit of its meter", "[cost]") {
    CHECK(errorWith(test::shippedPrices()) == "no error");
}

TEST_CASE("a cost line whose price is missing is named with its kind", "[cost]") {
    PriceBook prices = test::shippedPrices();
    std::erase_if(prices.prices, [](const Price& price) { return price.key == "aws.alb.hours"; });
    CHECK(errorWith(prices) ==
          "kinds/api-gateway.yaml: the cost line 'Load balancer' names the price 'aws.alb.hours', which no price book "
          "has");
}

TEST_CASE("a cost line whose price has another unit is named with both units", "[cost]") {
    PriceBook prices = test::shippedPrices();
    std::ranges::find(prices.prices, "aws.alb.hours", &Price::key)->unit = "days";
    CHECK(errorWith(prices) ==
          "kinds/api-gateway.yaml: the cost line 'Load balancer' counts hours, but the price 'aws.alb.hours' is for "
          "days");
}

TEST_CASE("a price for arm64 has its twin for x86", "[cost]") {
    PriceBook prices = test::shippedPrices();
    std::erase_if(prices.prices, [](const Price& price) { return price.key == "aws.lambda.gb-seconds.x86"; });
    CHECK(errorWith(prices) ==
          "kinds/http-api.yaml: the cost line 'Duration (arm64)' names the price 'aws.lambda.gb-seconds.x86', which no "
          "price book has");
}
