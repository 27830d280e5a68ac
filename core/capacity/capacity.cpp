// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/capacity.h"

#include "core/capacity/autoscaler.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

double replicasIn(const HourClass& hours, const ServiceLoad& load, const ReplicaRule& rule) {
    return replicasFor(rule, rateIn(hours, load.shares, rule.busy).at(1),
                       [&] { return exactRateIn(hours, load.shares, rule.busy, 1); });
}

/// Pods by one formula alone, at the peak.
double roundedUp(double rate, double perRps, double copies) {
    return std::ceil(rate * perRps / copies - 1e-9) * copies;
}

}  // namespace

Capacity capacityOf(const ServiceProfile& profile, const ServiceLoad& load, const ReplicaRule& rule,
                    std::span<const HourClass> hours) {
    Capacity capacity{.sizedForHour = rule.busy == Busy::Hour};
    capacity.rate = capacity.sizedForHour ? load.peakHourRps : load.peakMinuteRps;
    capacity.concurrent = capacity.rate * profile.number("durationMs") / 1000;
    const double heldSeconds = profile.number("sessionMinutes") * 60;
    capacity.openSessions = load.meanRps * heldSeconds;
    capacity.openSessionsAtPeak = load.peakHourRps * heldSeconds;
    if (profile.host != Host::Kubernetes || profile.hosting() == nullptr) {
        return capacity;
    }
    capacity.least = rule.least;
    capacity.most = rule.most;
    capacity.byCpu = roundedUp(capacity.rate, rule.byCpu(), rule.copies);
    capacity.bySlots = roundedUp(capacity.rate, rule.bySlots(), rule.copies);
    for (const HourClass& hour : hours) {
        const double pods = replicasIn(hour, load, rule);
        capacity.replicasAtPeak = std::max(capacity.replicasAtPeak, pods);
        capacity.meanReplicas += pods * hour.hours / kHoursOfWeek;
    }
    const double wanted = capacity.rate * rule.perRps() / rule.copies;
    if (rule.followsLoad()) {
        capacity.fewestAtPeak = std::max(rule.least, std::ceil(wanted / (1 + kScalingTolerance) - 1e-9)) * rule.copies;
        capacity.mostAtPeak = std::max(rule.least, std::ceil(wanted / (1 - kScalingTolerance) - 1e-9)) * rule.copies;
    }
    capacity.replicas = rule.most > 0 && rule.followsLoad() ? std::min(capacity.replicasAtPeak, rule.most * rule.copies)
                                                            : capacity.replicasAtPeak;
    return capacity;
}

}  // namespace tideline
