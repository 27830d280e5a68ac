// SPDX-License-Identifier: Apache-2.0
#include "core/figures/readings.h"

#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <yaml-cpp/yaml.h>

#include <cmath>
#include <map>

using namespace tideline;

TEST_CASE("all readings of the articles come out to the hundred requests of the reference") {
    const YAML::Node cases = YAML::LoadFile(TIDELINE_TEST_DATA "/data/reference/article_cases.json");
    const std::vector<ReadingResult> results =
        readingResults(test::scenarioB(), test::shippedCatalog(), test::shippedPrices());
    REQUIRE(results.size() == 38);
    REQUIRE(cases["crossover_grid"].size() == 38);
    for (std::size_t at = 0; at < results.size(); ++at) {
        const YAML::Node expected = cases["crossover_grid"][at];
        const ReadingResult& result = results[at];
        INFO(result.reading->id << ": " << result.reading->assumptions);
        CHECK(expected["id"].as<std::string>() == result.reading->id);
        const double millions = expected["crossover_million_requests"].as<double>();
        CHECK(result.reading->millions == millions);
        CHECK(std::abs(approximately(result.requests) / 1e6 - millions) <= 0.000052);
        CHECK(std::abs(approximately(result.perMillion) - expected["slope_usd_per_million"].as<double>()) <= 0.00006);
        CHECK(approximately(result.kubernetes) == expected["k8s_flat_usd"].as<double>());
        if (!expected["free_tier_credit_usd"].as<double>()) {
            CHECK(approximately(result.fixed) == expected["serverless_fixed_usd"].as<double>());
        }
    }
}

TEST_CASE("the exact crossovers of the reference are among the readings") {
    std::map<std::string, Exact> requests;
    for (const ReadingResult& result :
         readingResults(test::scenarioB(), test::shippedCatalog(), test::shippedPrices())) {
        requests[std::string(result.reading->id)] = result.requests;
    }
    CHECK(requests["R02"] == 32'867'635);   // X1
    CHECK(requests["R11"] == 33'123'738);   // X2
    CHECK(requests["R01"] == 144'193'316);  // X3
    CHECK(requests["R10"] == 145'316'863);  // X4
    CHECK(requests["R13"] == 73'849'612);   // X5
    CHECK(requests["R26"] == 33'031'871);   // X6
    CHECK(requests["R36"] == 34'218'705);   // X7
    CHECK(requests["R12"] == 34'638'447);   // X8
    CHECK(requests["R37"] == 42'571'429);   // X9
}

TEST_CASE("two straight lines cross at the next whole number, and not at a tie", "[X9]") {
    CHECK(crossingOfLines(exactOf(3.5) / 1'000'000, 0, 149) == Exact(42'571'429));
    CHECK(crossingOfLines(1, 0, 100) == Exact(101));
    CHECK(crossingOfLines(1, 101, 100) == Exact(0));
    CHECK_FALSE(crossingOfLines(0, 0, 100).has_value());
}
