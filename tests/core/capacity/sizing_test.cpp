// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/sizing.h"

#include "core/capacity/cold_starts.h"
#include "core/capacity/queue_drain.h"
#include "tests/support/catch.h"

#include <array>
#include <cmath>

using namespace tideline;

TEST_CASE("readers of a stream need as many partitions as their work", "[T13]") {
    CHECK(partitionsFor(4000, 0.005) == 29);
    CHECK(partitionsFor(0, 0.005) == 1);
}

TEST_CASE("a queue of 10000 messages is drained while its workers grow", "[T15]") {
    CHECK(drainSeconds(10'000, 2) == Approx((-10 + std::sqrt(100 + 20.0 * 10'000)) / 10));
    CHECK(drainSeconds(10'000, 2) == Approx(43.7).margin(0.05));
    // The API behind takes 50 a second, whatever the workers could do.
    CHECK(drainSeconds(10'000, 50, {.start = 1, .perSecond = 0, .most = 1}) == Approx(200));
    CHECK(workersWithin(50, 0.3) == 15);
    // Growth that ends: 10 a second, 10 more each second up to 50, then 50.
    CHECK(drainSeconds(10'000, 2, {.start = 5, .perSecond = 5, .most = 25}) == Approx(4 + (10'000 - 120) / 50.0));
    CHECK(drainSeconds(0, 2) == 0);
    CHECK(std::isinf(drainSeconds(1, 0)));
}

TEST_CASE("cold starts follow the ordered overflow and not the formula of one environment", "[T16]") {
    CHECK(coldShare(0.1, 0.5) == Approx(0.003775).margin(5e-7));
    CHECK(coldShare(0.9, 1.991) == Approx(0.00098).margin(5e-6));  // cost.md 2.8
    CHECK(coldShare(0, 0.5) == 0);
    CHECK(coldShare(1e-9, 0.5) == Approx(1).margin(1e-5));
    CHECK(coldShare(5000, 2) < 1e-4);
}

TEST_CASE("an index of a million vectors does not fit into 4096 MiB", "[T20]") {
    CHECK(vectorIndexMib(1'000'000, 768) == 6144);
    CHECK(vectorIndexMib(0, 768) == 0);
}

TEST_CASE("a chain of five parts works less often than each of them", "[T22]") {
    constexpr std::array kParts{0.999, 0.999, 0.999, 0.999, 0.999};
    CHECK(availabilityOfChain(kParts) == Approx(0.99501).margin(5e-6));
    CHECK(availabilityOfChain({}) == 1);
}
