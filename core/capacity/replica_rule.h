// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"
#include "core/traffic/hour_classes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tideline {

/// How busy a pod may be before there should be another one.
inline constexpr double kUtilisation = 0.7;

/// How many pods a service wants on Kubernetes (domain.md 4): max(least, ceil(L k / (q rho)), ceil(L S / (c rho))) for
/// each copy of its zone, where L is the rate of the busiest minute of the hour, or of the hour behind a channel.
struct ReplicaRule {
    double cpuMs = 0;             ///< k: CPU time of a request
    double cpuRequestMillis = 0;  ///< q: of one pod
    double slotMs = 0;            ///< S: time for which a request holds one of the slots
    double slots = 1;             ///< c: requests at once in one pod
    double memoryMib = 0;         ///< of one pod
    double least = 0;
    double most = 0;  ///< of the autoscaler, 0 = none given. A finding compares with it; the bill is for what is needed
    double fixed = -1;  ///< pods whatever the load; -1 = by the load
    double copies = 1;  ///< sites that look alike: each carries load / copies
    bool onEveryNode = false;  ///< a daemon: takes room on each node instead
    Busy busy = Busy::Minute;

    bool followsLoad() const { return fixed < 0 && !onEveryNode; }
    double byCpu() const { return cpuRequestMillis > 0 ? cpuMs / (cpuRequestMillis * kUtilisation) : 0; }
    double bySlots() const { return slots > 0 ? slotMs / 1000 / (slots * kUtilisation) : 0; }
    /// Pods for one request a second, before rounding up.
    double perRps() const { return byCpu() > bySlots() ? byCpu() : bySlots(); }
    Exact exactPerRps() const;
};

/// `sessionShare`: the share of the load that opens a connection and holds it for the field `sessionMinutes`.
ReplicaRule replicaRuleOf(const ServiceProfile& profile, Busy busy, double sessionShare = 1);

/// How near to a whole number floating point may not tell: counts are products and sums of some hundred terms.
inline double unclearNear(double value) {
    return 1e-9 + 1e-12 * value;
}

/// ceil(value), or -1 where that hangs on digits that floating point does not have, or where the value is no count.
inline double clearCeiling(double value) {
    constexpr double kLargest = 9e15;
    if (!(value > 0 && value < kLargest)) {
        return -1;
    }
    const auto whole = static_cast<double>(static_cast<std::int64_t>(value));
    const double rest = value - whole;
    const double near = unclearNear(value);
    return rest > near && rest < 1 - near ? whole + 1 : -1;
}

/// ceil(value), where `exact` is asked that near to a whole number. In the header, with the others: bills ask
/// them for every hour and service of every load.
template <class ExactValue>
double exactCeiling(double value, ExactValue exact) {
    if (const double clear = clearCeiling(value); clear > 0) {
        return clear;
    }
    const double nearest = std::round(value);
    if (std::abs(value - nearest) > unclearNear(nearest)) {
        return std::ceil(value);
    }
    return exact() > Exact(nearest) ? nearest + 1 : nearest;
}

/// Whole number of pods for `rps` requests a second. `exactRps` is asked only where rounding up hangs on digits that
/// floating point does not have.
template <class ExactRps>
double replicasFor(const ReplicaRule& rule, double rps, ExactRps exactRps) {
    if (rule.onEveryNode) {
        return 0;
    }
    if (rule.fixed >= 0) {
        return rule.fixed * rule.copies;
    }
    const double needed = rps <= 0 ? 0 : exactCeiling(rps * rule.perRps() / rule.copies, [&] {
        return Exact(exactRps() * rule.exactPerRps() / exactOf(rule.copies));
    });
    return std::max(std::ceil(rule.least), needed) * rule.copies;
}

}  // namespace tideline
