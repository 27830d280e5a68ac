// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/traffic_profile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace tideline {

namespace {

using Weights = std::array<double, kHoursOfWeek>;

double steadyWeight(int hour) {
    return 1 + 0.25 * std::cos(2 * std::numbers::pi * (hour % 24 - 15) / 24);
}

double businessHoursWeight(int hour) {
    const int day = hour / 24;
    const int time = hour % 24;
    if (day >= 5) {
        return 0.08;
    }
    if (time == 10 || time == 11 || time == 14 || time == 15) {
        return 1.3;
    }
    if (time >= 8 && time < 18) {
        return 1.0;
    }
    return time == 7 || time == 18 || time == 19 ? 0.5 : 0.1;
}

/// An even week with a campaign on Thursday evening.
double spikyWeight(int hour) {
    switch (hour) {
    case 90: return 40;
    case 91: return 25;
    case 92: return 10;
    default: return 1;
    }
}

double eventDrivenWeight(int hour) {
    return hour % 6 == 0 ? 4 : 0.4;
}

double batchWindowWeight(int hour) {
    const int time = hour % 24;
    return time >= 1 && time <= 4 ? 1 : 0;
}

/// A fixed sequence that looks like chance: the same on every machine and on every day.
Weights unpredictableWeights() {
    Weights weights{};
    std::uint64_t state = 20260214;
    for (double& weight : weights) {
        state = (1103515245 * state + 12345) % 2147483648U;
        weight = 1 + 19 * std::pow(static_cast<double>(state) / 2147483648.0, 8);
    }
    return weights;
}

Weights weightsOf(double (*rawWeight)(int hour)) {
    Weights weights{};
    for (int hour = 0; hour < kHoursOfWeek; ++hour) {
        weights[static_cast<std::size_t>(hour)] = rawWeight(hour);
    }
    return weights;
}

/// The raw weights are cut to 12 decimals, so that the last bits of cos and pow do not differ between machines, and
/// divided by their mean as fractions: the mean of a week is 1, not nearly 1.
TrafficProfile profileOf(std::string_view key, std::string_view title, double burst, const Weights& raw) {
    TrafficProfile profile{.key = key, .title = title, .burst = burst};
    for (std::size_t hour = 0; hour < raw.size(); ++hour) {
        profile.parts[hour] = std::llround(raw[hour] * 1e12) * kHoursOfWeek;
        profile.whole += profile.parts[hour] / kHoursOfWeek;
    }
    // Both are whole numbers below 2^53, so that the quotient is the nearest there is.
    for (std::size_t hour = 0; hour < raw.size(); ++hour) {
        profile.weights[hour] = static_cast<double>(profile.parts[hour]) / static_cast<double>(profile.whole);
    }
    return profile;
}

std::vector<TrafficProfile> madeProfiles() {
    return {
        profileOf("steady", "Steady", 1.5, weightsOf(steadyWeight)),
        profileOf("business-hours", "Business hours", 2, weightsOf(businessHoursWeight)),
        profileOf("spiky", "Spiky", 3, weightsOf(spikyWeight)),
        profileOf("event-driven", "Event-driven", 5, weightsOf(eventDrivenWeight)),
        profileOf("batch-window", "Batch window", 1.2, weightsOf(batchWindowWeight)),
        profileOf("unpredictable", "Unpredictable", 3, unpredictableWeights()),
    };
}

}  // namespace

Exact TrafficProfile::exactWeight(std::size_t hour) const {
    return Exact(parts[hour], whole);
}

std::span<const TrafficProfile> trafficProfiles() {
    static const std::vector<TrafficProfile> profiles = madeProfiles();
    return profiles;
}

const TrafficProfile* findTrafficProfile(std::string_view key) {
    const auto profiles = trafficProfiles();
    const auto at = std::ranges::find(profiles, key, &TrafficProfile::key);
    return at != profiles.end() ? &*at : nullptr;
}

}  // namespace tideline
