// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/replica_rule.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// A field of the service wins over the autoscaler of its kind.
double replicasField(const ServiceProfile& profile, std::string_view field, double ofKind) {
    return profile.has(field) ? std::max(0.0, profile.number(field)) : ofKind;
}

void takeScaling(ReplicaRule& rule, const ServiceProfile& profile, const ScalingSpec& scaling) {
    rule.least = replicasField(profile, "leastReplicas", scaling.least);
    rule.most = replicasField(profile, "mostReplicas", scaling.most);
    rule.onEveryNode = scaling.by == "nodes";
    if (profile.has("replicasFixed")) {
        rule.fixed = std::max(0.0, std::ceil(profile.number("replicasFixed")));
    } else if (scaling.by == "fixed") {
        rule.fixed = std::max(1.0, std::ceil(scaling.replicas));
    }
}

}  // namespace

Exact ReplicaRule::exactPerRps() const {
    const Exact utilisation = exactOf(kUtilisation);
    const Exact cpu = cpuRequestMillis > 0 ? Exact(exactOf(cpuMs) / (exactOf(cpuRequestMillis) * utilisation)) : 0;
    const Exact time = slots > 0 ? Exact(exactOf(slotMs) / (1000 * exactOf(slots) * utilisation)) : 0;
    return std::max(cpu, time);
}

ReplicaRule replicaRuleOf(const ServiceProfile& profile, Busy busy, double sessionShare) {
    ReplicaRule rule{
        .cpuMs = std::max(0.0, profile.number("cpuMs")),
        .cpuRequestMillis = std::max(0.0, profile.number("cpuRequestMillis")),
        .slotMs = std::max(0.0, profile.number("durationMs")),
        .slots = profile.role == Role::Job ? 1 : std::max(1.0, profile.number("concurrency", 1)),
        .memoryMib = std::max(0.0, profile.number("memoryMib")),
        .copies = std::max(1.0, profile.copies),
        .busy = busy,
    };
    if (profile.has("sessionMinutes")) {
        const double heldMs = profile.number("sessionMinutes") * 60'000;
        rule.slotMs = heldMs * sessionShare + rule.slotMs * (1 - sessionShare);
    }
    if (const Hosting* hosting = profile.kind->hosting(Host::Kubernetes)) {
        takeScaling(rule, profile, hosting->scaling);
    }
    return rule;
}

}  // namespace tideline
