// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/traffic/flow.h"

#include <array>
#include <optional>
#include <vector>

namespace tideline {

inline constexpr std::size_t kMostProfiles = 8;

/// Hours of the week that look alike to every service of a design: what is computed once for all of them.
struct HourClass {
    double hours = 0;                          ///< how many of the 168
    std::array<double, kMostProfiles> weights{};  ///< by position in trafficProfiles(); 0 for profiles not in use
    /// One of them, for the exact weights; absent for a mean hour, where every weight is 1.
    std::optional<std::size_t> hour;
    Exact exactWeight(std::size_t profile) const;
};

/// The distinct hours of the profiles that occur in `flow`, heaviest sum of weights first. One class of 168 hours where
/// there is no traffic.
std::vector<HourClass> hourClassesOf(const Flow& flow);

/// What a service is sized for: the mean of the hour, or its busiest minute.
enum class Busy { Hour, Minute };

/// Requests a second of a service in hours of one class, as a straight line of the load factor x (1 = as drawn).
struct Rate {
    double scaled = 0, fixed = 0;
    double at(double x) const { return scaled * x + fixed; }
};
Rate rateIn(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy);
/// The same without rounding.
struct ExactRate {
    Exact scaled, fixed;
    Exact at(const Exact& x) const { return scaled * x + fixed; }
};
ExactRate exactRateOf(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy);
Exact exactRateIn(const HourClass& hours, const std::vector<LoadShare>& shares, Busy busy, const Exact& x);

}  // namespace tideline
