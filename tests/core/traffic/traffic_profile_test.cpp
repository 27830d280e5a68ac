// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/traffic_profile.h"

#include "tests/support/catch.h"

#include <algorithm>
#include <numeric>

using namespace tideline;

namespace {

double weight(std::string_view profile, std::size_t hour) {
    return findTrafficProfile(profile)->weights[hour];
}

double peak(std::string_view profile) {
    return *std::ranges::max_element(findTrafficProfile(profile)->weights);
}

}  // namespace

TEST_CASE("every profile spreads a week around the mean of 1") {
    REQUIRE(trafficProfiles().size() == 6);
    for (const TrafficProfile& profile : trafficProfiles()) {
        const double sum = std::accumulate(profile.weights.begin(), profile.weights.end(), 0.0);
        CHECK(sum / kHoursOfWeek == Approx(1).epsilon(1e-11));
        CHECK(profile.burst > 1);
    }
}

TEST_CASE("the hours of each profile have the published weights") {
    CHECK(weight("steady", 0) == Approx(0.823223).margin(5e-7));
    CHECK(weight("steady", 3) == Approx(0.75));
    CHECK(weight("steady", 15) == Approx(1.25));
    CHECK(weight("business-hours", 0) == Approx(0.230643).margin(5e-7));
    CHECK(weight("business-hours", 7) == Approx(1.153213).margin(5e-7));
    CHECK(weight("business-hours", 8) == Approx(2.306425).margin(5e-7));
    CHECK(weight("business-hours", 10) == Approx(2.998353).margin(5e-7));
    CHECK(weight("business-hours", 120) == Approx(0.184514).margin(5e-7));
    CHECK(weight("spiky", 0) == 0.7);
    CHECK(weight("spiky", 90) == 28);
    CHECK(weight("spiky", 91) == 17.5);
    CHECK(weight("spiky", 92) == 7);
    CHECK(weight("event-driven", 0) == 4);
    CHECK(weight("event-driven", 1) == 0.4);
    CHECK(weight("batch-window", 0) == 0);
    CHECK(weight("batch-window", 1) == 6);
    CHECK(weight("batch-window", 5) == 0);
    CHECK(weight("unpredictable", 0) == Approx(0.294601).margin(5e-7));
    CHECK(weight("unpredictable", 1) == Approx(1.716715).margin(5e-7));
    CHECK(weight("unpredictable", 2) == Approx(0.481690).margin(5e-7));
}

TEST_CASE("the busiest hour of each profile has the published peak") {
    CHECK(peak("steady") == Approx(1.25));
    CHECK(peak("business-hours") == Approx(2.998353).margin(5e-7));
    CHECK(peak("spiky") == 28);
    CHECK(peak("event-driven") == 4);
    CHECK(peak("batch-window") == 6);
    CHECK(peak("unpredictable") == Approx(5.493084).margin(5e-7));
    CHECK(weight("unpredictable", 34) == peak("unpredictable"));
}

TEST_CASE("there is no profile of an unknown name") {
    CHECK(findTrafficProfile("weekend") == nullptr);
}

TEST_CASE("the exact weights of a week have the mean 1, not nearly 1") {
    for (const TrafficProfile& profile : trafficProfiles()) {
        CAPTURE(profile.key);
        Exact sum = 0;
        for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
            sum += profile.exactWeight(hour);
            CHECK(approximately(profile.exactWeight(hour)) == profile.weights[hour]);
        }
        CHECK(sum == kHoursOfWeek);
    }
}
