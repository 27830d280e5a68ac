// SPDX-License-Identifier: Apache-2.0
#include "core/cost/account_pricing.h"
#include "core/pricing/metered_units.h"
#include "tests/support/catch.h"
#include "tests/support/cost_case_lines.h"
#include "tests/support/shipped_data.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;

namespace {

const PriceBook& allPrices() {
    static const PriceBook kAll = [] {
        PriceBook book = test::shippedPrices();
        for (const SourceText& file : test::shippedFiles("resources/prices/further", ".yaml")) {
            book = *overridden(std::move(book), *readPriceBook(file));
        }
        return book;
    }();
    return kAll;
}

Exact dollarsOf(const test::CaseLine& line) {
    const Exact units = std::max<Exact>(0, line.units - line.free);
    if (line.stated > 0) {
        return units * line.stated;
    }
    const Price* price = allPrices().find(line.price);
    if (price == nullptr) {
        FAIL("no price " << line.price);
    }
    if (line.tier < 0) {
        return costOf(*price, units);
    }
    for (const TierPart& part : tierPartsOf(*price, units - price->includedPerMonth.value_or(0))) {
        if (part.tier == static_cast<std::size_t>(line.tier)) {
            return part.dollars;
        }
    }
    return 0;
}

std::int64_t cents(const Exact& dollars) {
    return roundedMoney(dollars / 10'000).micros;
}

}  // namespace

TEST_CASE("every published case comes out to the cent") {
    const YAML::Node all = YAML::LoadFile(TIDELINE_TEST_DATA "/data/reference/cost_cases.json");
    REQUIRE(all.size() == 61);
    std::map<std::string, test::CaseRecipe> recipes = test::awsCases();
    recipes.merge(test::otherCases());
    std::size_t asserted = 0;
    for (const YAML::Node& one : all) {
        const std::string id = one["id"].as<std::string>();
        INFO(id);
        const auto recipe = recipes.find(id);
        if (recipe == recipes.end()) {
            // Their source prints no arithmetic that could be repeated (cost.md 3).
            CHECK((id == "ic-az-eventgrid" || id == "ic-dynamodb-ondemand"));
            continue;
        }
        const test::CaseLines lines = recipe->second(one["inputs"]);
        const YAML::Node expected = one["expected"]["lines"];
        REQUIRE(lines.size() == expected.size());
        // The page of this one rounds 333.334 to 333.34; two test files round their totals their own way.
        const bool isLoose = one["recomputed"]["line_tolerance_usd"].as<double>() > 0.005;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            INFO(expected[at]["name"].as<std::string>());
            const std::int64_t ours = cents(dollarsOf(lines[at]));
            const std::int64_t published = cents(exactOf(expected[at]["usd"].as<std::string>()));
            CHECK(std::abs(ours - published) <= (isLoose ? 1 : 0));
        }
        ++asserted;
    }
    CHECK(asserted == 59);
}

TEST_CASE("providers count in steps of their own") {
    CHECK(startedChunks(0, 64) == 1);
    CHECK(startedChunks(64, 64) == 1);
    CHECK(startedChunks(65, 64) == 2);
    CHECK(lambdaGbSeconds(1000, exactOf(0.2), 1024) == 1);
    CHECK(azureGbSeconds(1, 1, 1) == Exact(1, 80));
    CHECK(expressGbSeconds(1, 101, 65) == Exact(1, 5) * Exact(128, 1024));
    CHECK(cloudRunSeconds(10, 101) == 2);
    CHECK(fargateSeconds(1, 1) == 60);
    CHECK(provisionedGbSeconds(1, 301, 1024) == 600);
    CHECK(balancerCapacityUnits(50, 0, 1, 0, 0) == 2);
    CHECK(balancerCapacityUnits(0, 0, 1, 60, 100) == 5);
}
