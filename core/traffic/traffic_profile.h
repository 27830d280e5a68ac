// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace tideline {

inline constexpr int kHoursOfWeek = 168;

/// How traffic spreads over a week (domain.md 3, "Profiles"). Hour 0 is Monday 00:00 local time.
struct TrafficProfile {
    std::string_view key, title;
    double burst = 1;  ///< peak of the busiest minute over the mean of its hour
    std::array<double, kHoursOfWeek> weights{};  ///< mean 1, the same on every machine
    /// The same as fractions `parts` / `whole`, whose sum is 168.
    std::array<std::int64_t, kHoursOfWeek> parts{};
    std::int64_t whole = 0;
    Exact exactWeight(std::size_t hour) const;
};

/// All profiles, in the order in which a person chooses among them.
std::span<const TrafficProfile> trafficProfiles();
/// Null where there is no such profile.
const TrafficProfile* findTrafficProfile(std::string_view key);

}  // namespace tideline
