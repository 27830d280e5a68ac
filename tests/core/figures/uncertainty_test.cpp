// SPDX-License-Identifier: Apache-2.0
#include "core/figures/uncertainty.h"

#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Design ranged(std::vector<InputRange> ranges) {
    Design design = test::scenarioA();
    design.settings.ranges = std::move(ranges);
    return design;
}

Uncertainty sampled(const Design& design, const SampleOptions& options, const CurveRange& range = {.points = 5}) {
    Result<Uncertainty> result = uncertaintyOf(design, test::shippedCatalog(), test::shippedPrices(), range, options);
    if (!result) {
        FAIL(describe(result.error()));
    }
    return std::move(*result);
}

const CostBand& band(const Uncertainty& uncertainty, std::string_view key) {
    return *std::ranges::find(uncertainty.bands, key, &CostBand::key);
}

}  // namespace

TEST_CASE("bands are the same on any number of threads and differ by the seed") {
    const Design design = ranged({{.input = "services/api/durationMs", .low = 100, .high = 400, .likely = 150},
                                  {.input = "prices/aws.lambda.requests", .low = 0.1, .high = 0.3}});
    const Uncertainty one = sampled(design, {.samples = 200, .seed = 7, .threads = 1});
    const Uncertainty three = sampled(design, {.samples = 200, .seed = 7, .threads = 3});
    const Uncertainty other = sampled(design, {.samples = 200, .seed = 8, .threads = 1});
    REQUIRE(one.bands.size() == three.bands.size());
    for (std::size_t at = 0; at < one.bands.size(); ++at) {
        CHECK(one.bands[at].p10 == three.bands[at].p10);
        CHECK(one.bands[at].p50 == three.bands[at].p50);
        CHECK(one.bands[at].p90 == three.bands[at].p90);
    }
    CHECK(band(one, "all-functions").p50 != band(other, "all-functions").p50);
}

TEST_CASE("an even range of the duration has its edges at a tenth and nine tenths") {
    // 100 to 300 ms evenly: P10 120, P50 200, P90 280; 256 MB, 1 million requests.
    const Design design = ranged({{.input = "services/api/durationMs", .low = 100, .high = 300}});
    const Uncertainty result = sampled(design, {.samples = 4000, .threads = 2}, {.from = 1e6, .to = 1e9, .points = 2});
    const auto dollars = [](double ms) { return 0.2 + 1e6 * ms / 1000 * 0.25 * 0.0000166667; };
    const CostBand& functions = band(result, "all-functions");
    CHECK(functions.p10[0] == Approx(dollars(120)).margin(0.03));
    CHECK(functions.p50[0] == Approx(dollars(200)).margin(0.03));
    CHECK(functions.p90[0] == Approx(dollars(280)).margin(0.03));
    // The cluster has two fixed nodes: nothing in it moves.
    const CostBand& cluster = band(result, "all-kubernetes");
    CHECK(cluster.p10 == cluster.p90);
    CHECK(cluster.p50[0] == Approx(150.161));
}

TEST_CASE("the probability of being cheaper goes from one to none over the crossover") {
    const Design design = ranged({{.input = "services/api/durationMs", .low = 100, .high = 300}});
    const Uncertainty result = sampled(design, {.samples = 500}, {.from = 1e6, .to = 1e9, .points = 31});
    for (const Preference& preference : result.preferences) {
        if (preference.first != "all-kubernetes" || preference.second != "all-functions") {
            continue;
        }
        CHECK(preference.probability.front() == 0);
        CHECK(preference.probability.back() == 1);
        CHECK(std::ranges::is_sorted(preference.probability));
        CHECK(std::ranges::any_of(preference.probability, [](double share) { return share > 0.1 && share < 0.9; }));
        return;
    }
    FAIL("the two curves are not compared");
}

TEST_CASE("ranges that name nothing are refused with what is expected") {
    const Result<Uncertainty> none =
        uncertaintyOf(test::scenarioA(), test::shippedCatalog(), test::shippedPrices(), {}, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().message.starts_with("the design states no ranges"));
    const Result<Uncertainty> wrong = uncertaintyOf(ranged({{.input = "services/api/speed", .low = 1, .high = 2}}),
                                                    test::shippedCatalog(), test::shippedPrices(), {}, {});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message.starts_with("the design has no number 'services/api/speed'"));
    const Result<Uncertainty> beyond =
        uncertaintyOf(ranged({{.input = "services/api/durationMs", .low = -100, .high = 50}}), test::shippedCatalog(),
                      test::shippedPrices(), {}, {});
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().message == "the range of 'services/api/durationMs' is from -100 to 50, but the input must be "
                                    "from 0.01 to 86,400,000");
}

TEST_CASE("samples of traffic and prices are bills of designs that are drawn so") {
    // A range without width is the number itself: the way that leaves the fields alone comes to the same as the other.
    const Design numbers = ranged({{.input = "entries/e1/monthly", .low = 2e6, .high = 2e6},
                                   {.input = "prices/aws.lambda.requests", .low = 0.4, .high = 0.4},
                                   {.input = "cluster/nodes", .low = 3, .high = 3}});
    Design fields = numbers;
    fields.settings.ranges.push_back({.input = "services/api/durationMs", .low = 200, .high = 200});
    const Uncertainty one = sampled(numbers, {.samples = 3});
    const Uncertainty other = sampled(fields, {.samples = 3});
    for (const char* key : {"all-functions", "all-kubernetes"}) {
        CHECK(band(one, key).p50 == band(other, key).p50);
    }
    CHECK(band(one, "all-kubernetes").p50[0] == Approx(150.161 + 30.368));
}
