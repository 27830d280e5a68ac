// SPDX-License-Identifier: Apache-2.0
#include "core/cost/pod_week.h"

#include "tests/support/catch.h"

#include <cmath>

using namespace tideline;

namespace {

/// Hours that ask for so many pods of a copy when the load is as drawn.
PodDemand demandOf(std::vector<double> pods, double least = 1, double copies = 1) {
    const std::size_t hours = pods.size();
    return {.scaled = std::move(pods), .fixed = std::vector<double>(hours, 0), .least = least, .copies = copies};
}

}  // namespace

TEST_CASE("every hour has the least of a service, or its demand rounded up") {
    PodWeek week;
    week.restart({10, 20}, 5);
    CHECK_FALSE(week.add(1, demandOf({0, 0.4, 1.5, 2.25, 7.125}, 2), 1));
    CHECK(week.count(0, 4) == 10);
    CHECK(week.count(1, 0) == 20);
    CHECK(week.count(1, 1) == 20);
    CHECK(week.count(1, 2) == 20);
    CHECK(week.count(1, 3) == 21);
    CHECK(week.count(1, 4) == 26);
    CHECK(week.more() == 7);
}

TEST_CASE("the demand grows with the load, and each copy has pods of its own") {
    PodWeek week;
    week.restart({0}, 3);
    CHECK_FALSE(week.add(0, demandOf({0.7, 1.1, 2.3}, 1, 3), 2));  // 1.4, 2.2 and 4.6 of each of three copies
    CHECK(week.count(0, 0) == 3);
    CHECK(week.count(0, 1) == 6);
    CHECK(week.count(0, 2) == 12);
}

TEST_CASE("where floating point cannot tell a whole number, the hour waits for somebody who can") {
    PodWeek week;
    week.restart({4}, 4);
    const PodDemand demand = demandOf({1, 2, 2.5, 3}, 2);
    REQUIRE(week.add(0, demand, 1));
    CHECK_FALSE(week.isUnclear(0));  // one or two: two are there anyway
    CHECK(week.isUnclear(1));
    CHECK_FALSE(week.isUnclear(2));
    CHECK(week.isUnclear(3));
    week.correct(0, demand, 1, 1, 2);
    week.correct(0, demand, 3, 1, 4);
    CHECK(week.count(0, 1) == 4);
    CHECK(week.count(0, 3) == 6);
    CHECK(week.more() == 0 + 0 + 1 + 2);
}

TEST_CASE("no demand is no pod, and a very small one is for the exact count to judge") {
    PodWeek week;
    week.restart({0}, 2);
    REQUIRE(week.add(0, demandOf({0, 1e-12}, 0), 1));
    CHECK_FALSE(week.isUnclear(0));
    CHECK(week.isUnclear(1));
}

TEST_CASE("hours are alike where all their counts are") {
    PodWeek week;
    week.restart({0, 0}, 3);
    week.add(0, demandOf({1.5, 1.75, 1.5}), 1);
    week.add(1, demandOf({2.5, 2.5, 3.5}), 1);
    CHECK(week.isAlike(0, 1));
    CHECK(week.hash(0) == week.hash(1));
    CHECK_FALSE(week.isAlike(1, 2));
}
