// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/flow.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"

using namespace tideline;

namespace {

struct ExpectedLoad {
    const char* service;
    double monthly, meanRps, peakHourRps, peakToMean, peakMinuteRps;
};

// From the reference model of the domain pages, to the four decimals that it prints.
constexpr ExpectedLoad kExpected[] = {
    {"gateway", 12000000, 4.5662, 13.6911, 2.9984, 27.3822},
    {"users", 4400000.0, 1.6743, 5.0201, 2.9984, 10.0401},
    {"orders", 4800000.0, 1.8265, 5.4764, 2.9984, 10.9529},
    {"payments", 480000.0, 0.1826, 0.5476, 2.9984, 1.0953},
    {"orders-db", 29146500.0, 11.0908, 33.0586, 2.9807, 66.1085},
    {"cache", 15163238.0, 5.7699, 17.1219, 2.9675, 34.3258},
    {"search", 2400000.0, 0.9132, 2.7382, 2.9984, 5.4764},
    {"live", 1163238.0, 0.4426, 1.1489, 2.5956, 3.0952},
    {"images", 173873.0, 0.0662, 0.1719, 2.5982, 0.4808},
    {"pdf", 521619.0, 0.1985, 0.5157, 2.5982, 1.4423},
    {"mail", 869365.0, 0.3308, 0.8595, 2.5982, 2.4038},
    {"webhooks", 300000, 0.1142, 0.4566, 4.0, 2.2831},
    {"cron", 730, 0.0003, 0.0003, 1.25, 0.0005},
    {"auth", 200000, 0.0761, 0.2282, 2.9984, 0.4564},
    {"uploads", 150000, 0.0571, 0.1711, 2.9984, 0.3423},
    {"etl", 30, 0.0, 0.0001, 6.0, 0.0001},
    {"logs", 20000000, 7.6104, 22.8185, 2.9984, 45.637},
    {"bus", 1738730.0, 0.6616, 1.719, 2.5982, 4.8077},
};

}  // namespace

TEST_CASE("the order platform carries the published loads") {
    const Flow flow = flowOf(test::orderPlatform(), {{{"cron"}, 730}, {{"etl"}, 30}});
    CHECK(flow.requestsPerMonth == 12'650'000);
    CHECK(flow.loads.size() == std::size(kExpected));
    for (const ExpectedLoad& expected : kExpected) {
        INFO(expected.service);
        const ServiceLoad& load = flow.loads.at({expected.service});
        CHECK(load.scaled + load.fixed == exactOf(expected.monthly));
        CHECK(load.meanRps == Approx(expected.meanRps).margin(5.1e-5).epsilon(0));
        CHECK(load.peakHourRps == Approx(expected.peakHourRps).margin(5.1e-5).epsilon(0));
        CHECK(load.peakToMean == Approx(expected.peakToMean).margin(5.1e-5).epsilon(0));
        CHECK(load.peakMinuteRps == Approx(expected.peakMinuteRps).margin(5.1e-5).epsilon(0));
    }
}

TEST_CASE("a chain of order platforms passes events from copy to copy") {
    const Design chain = test::chainOf(50);
    CHECK(chain.services.size() == 54);
    const Flow flow = flowOf(chain, {});
    CHECK(flow.cycles.empty());
    CHECK(flow.loads.at({"bus-2"}).scaled - flow.loads.at({"bus"}).scaled == 48'000);
}
