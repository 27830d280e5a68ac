// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_book.h"

#include "tests/support/catch.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Price priceOf(std::vector<PriceTier> tiers, Exact per = 1) {
    return {.key = "x.y", .title = "X", .unit = "GB", .per = std::move(per), .tiers = std::move(tiers)};
}

PriceBook bookOf(std::string title, std::vector<Price> prices, std::string currency = "USD") {
    return {.title = std::move(title), .currency = std::move(currency), .prices = std::move(prices)};
}

}  // namespace

TEST_CASE("units are charged tier by tier", "[pricing]") {
    const Price price = priceOf({{.upTo = 10, .value = exactOf("0.09")},
                                 {.upTo = 50, .value = exactOf("0.085")},
                                 {.upTo = std::nullopt, .value = exactOf("0.07")}});
    CHECK(costOf(price, 0) == 0);
    CHECK(costOf(price, 10) == exactOf("0.9"));
    CHECK(costOf(price, 50) == exactOf("4.3"));
    CHECK(costOf(price, 51) == exactOf("4.37"));
    CHECK(costOf(price, exactOf("10.5")) == exactOf("0.9425"));
}

TEST_CASE("a price for a million units is exact for one of them", "[pricing]") {
    const Price price = priceOf({{.upTo = std::nullopt, .value = exactOf("0.2")}}, 1'000'000);
    CHECK(costOf(price, 1) == exactOf("0.0000002"));
}

TEST_CASE("included units are always free and free ones only when asked for", "[pricing]") {
    Price price = priceOf({{.upTo = std::nullopt, .value = 2}});
    price.includedPerMonth = 10;
    price.freePerMonth = 5;
    CHECK(costOf(price, 12) == 4);
    CHECK(costOf(price, 12, FreeAmounts::Applied) == 0);
    CHECK(costOf(price, 16, FreeAmounts::Applied) == 2);
    CHECK(costOf(price, 3) == 0);
}

TEST_CASE("a later price wins and keeps its place in the book", "[pricing]") {
    const PriceBook book = bookOf("List", {priceOf({{.upTo = std::nullopt, .value = 1}})});
    Price cheaper = priceOf({{.upTo = std::nullopt, .value = exactOf("0.5")}});
    Price further = cheaper;
    further.key = "x.z";
    const Result<PriceBook> merged = overridden(book, bookOf("Contract", {further, cheaper}));
    REQUIRE(merged);
    REQUIRE(merged->prices.size() == 2);
    CHECK(merged->prices[0].key == "x.y");
    CHECK(costOf(merged->prices[0], 1) == exactOf("0.5"));
    CHECK(merged->title == "List");
}

TEST_CASE("books of two currencies do not make one bill", "[pricing]") {
    const Result<PriceBook> merged = overridden(bookOf("List", {}), bookOf("Contract", {}, "EUR"));
    REQUIRE_FALSE(merged);
    CHECK(describe(merged.error()) ==
          "Contract: its prices are in EUR, but those of 'List' are in USD; one bill has one currency");
}

TEST_CASE("a price keeps its unit when another book gives it a value", "[pricing]") {
    Price hours = priceOf({{.upTo = std::nullopt, .value = 1}});
    hours.book = "List";
    Price days = hours;
    days.unit = "days";
    const Result<PriceBook> merged = overridden(bookOf("List", {hours}), bookOf("Contract", {days}));
    REQUIRE_FALSE(merged);
    CHECK(describe(merged.error()) ==
          "Contract: price 'x.y' is for days, but in 'List' it is for GB; a price keeps its unit");
}

TEST_CASE("the hours of a month come from the last book that states them", "[pricing]") {
    const PriceBook list = bookOf("List", {});
    PriceBook silent = bookOf("Silent", {});
    PriceBook stated = bookOf("Stated", {});
    stated.hoursPerMonth = 720;
    stated.statesHours = true;
    CHECK(overridden(list, silent)->hoursPerMonth == 730);
    CHECK(overridden(list, stated)->hoursPerMonth == 720);
}

TEST_CASE("the shipped prices are exact decimals with their source", "[pricing]") {
    const PriceBook& book = test::shippedPrices();
    CHECK(book.title == "AWS us-east-1");
    CHECK(book.prices.size() == 164);
    for (const Price& price : book.prices) {
        INFO(price.key);
        CHECK(price.tiers.empty() == price.userSupplied);
        CHECK(price.source.url.empty() == price.userSupplied);
    }
    const Price* duration = book.find("aws.lambda.gb-seconds.x86");
    REQUIRE(duration != nullptr);
    CHECK(duration->tiers[0].value == Exact(166667, 10000000000));
    CHECK(duration->freeGroup == "aws.lambda.gb-seconds");
    CHECK(book.find("aws.cloudwatch.logs-storage")->freePerMonth == Exact(5));
}

TEST_CASE("100000 requests of 200 ms and 256 MB cost what the scenario says", "[pricing]") {
    const PriceBook& book = test::shippedPrices();
    const Exact cost =
        costOf(*book.find("aws.lambda.requests"), 100'000) + costOf(*book.find("aws.lambda.gb-seconds.x86"), 5'000);
    CHECK(shortestText(cost) == "0.1033335");
}

TEST_CASE("every node has the shape that pods can use", "[pricing]") {
    int nodes = 0;
    for (const Price& price : test::shippedPrices().prices) {
        if (!price.key.starts_with("aws.ec2.")) {
            CHECK_FALSE(price.node);
            continue;
        }
        INFO(price.key);
        ++nodes;
        REQUIRE(price.node);
        CHECK(price.node->cpuMillis < price.node->vcpu * 1000);
        CHECK(price.node->maxPods >= 8);
    }
    CHECK(nodes == 48);
    const NodeShape& large = *test::shippedPrices().find("aws.ec2.m7g-large")->node;
    CHECK(large.cpuMillis == 1930);
    CHECK(large.memoryMib == 6844);
    CHECK(large.maxPods == 29);
    CHECK(large.arch == "arm64");
}
