// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/hour_classes.h"

#include "core/base/assert.h"

#include <algorithm>
#include <numeric>

namespace tideline {

namespace {

std::array<bool, kMostProfiles> profilesIn(const Flow& flow) {
    std::array<bool, kMostProfiles> used{};
    for (const auto& [id, load] : flow.loads) {
        for (const LoadShare& share : load.shares) {
            used[share.profile] = true;
        }
    }
    return used;
}

double sumOf(const HourClass& hours) {
    return std::accumulate(hours.weights.begin(), hours.weights.end(), 0.0);
}

double burstOf(const LoadShare& share, Busy busy) {
    return busy == Busy::Minute ? trafficProfiles()[share.profile].burst : 1;
}

}  // namespace

Exact HourClass::exactWeight(std::size_t profile) const {
    return hour ? trafficProfiles()[profile].exactWeight(*hour) : Exact(1);
}

std::vector<HourClass> hourClassesOf(const Flow& flow) {
    const auto profiles = trafficProfiles();
    TIDELINE_ASSERT(profiles.size() <= kMostProfiles, "hour classes hold every profile");
    const auto used = profilesIn(flow);
    std::vector<HourClass> hours(kHoursOfWeek);
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
        hours[hour].hours = 1;
        hours[hour].hour = hour;
        for (std::size_t at = 0; at < profiles.size(); ++at) {
            hours[hour].weights[at] = used[at] ? profiles[at].weights[hour] : 0;
        }
    }
    std::ranges::sort(hours, [](const HourClass& a, const HourClass& b) {
        return std::pair(sumOf(a), a.weights) > std::pair(sumOf(b), b.weights);
    });
    std::vector<HourClass> classes;
    for (const HourClass& hour : hours) {
        if (classes.empty() || classes.back().weights != hour.weights) {
            classes.push_back(hour);
        } else {
            classes.back().hours += 1;
        }
    }
    return classes;
}

Rate rateIn(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy) {
    Rate rate;
    for (const LoadShare& share : shares) {
        const double rps =
            share.approximateMonthly / kSecondsPerMonth * hours.weights[share.profile] * burstOf(share, busy);
        (share.grows ? rate.scaled : rate.fixed) += rps;
    }
    return rate;
}

ExactRate exactRateOf(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy) {
    ExactRate rate;
    for (const LoadShare& share : shares) {
        const Exact rps =
            share.monthly * hours.exactWeight(share.profile) * exactOf(burstOf(share, busy)) / Exact(kSecondsPerMonth);
        (share.grows ? rate.scaled : rate.fixed) += rps;
    }
    return rate;
}

Exact exactRateIn(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy, const Exact& x) {
    return exactRateOf(hours, shares, busy).at(x);
}

}  // namespace tideline
