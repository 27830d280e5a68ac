// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// Somebody calls it: a user, or another service.
bool isReached(const Design& design, const ServiceId& id) {
    return std::ranges::any_of(design.entries, [&](const Entry& entry) { return entry.service == id; }) ||
           std::ranges::any_of(design.connections, [&](const Connection& connection) { return connection.to == id; });
}

}  // namespace

void checkReplicasOverLimit(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const auto at = figures.capacities.find(profile.id);
        if (profile.host != Host::Kubernetes || at == figures.capacities.end() || at->second.most <= 0 ||
            at->second.replicasAtPeak <= at->second.most) {
            continue;
        }
        Finding finding = found(profile.id,
                                fmt::format("'{}' needs {} replicas at peak but is limited to {}.", profile.name,
                                            numberText(at->second.replicasAtPeak), numberText(at->second.most)),
                                "Raise its limit or lower the expected load.");
        if (profile.kind->field("mostReplicas") != nullptr) {
            const double raised = std::ceil(1.2 * at->second.replicasAtPeak);
            finding.fix = Fix{.title = fmt::format("Raise the limit to {}", numberText(raised)),
                              .field = "mostReplicas",
                              .value = fmt::format("{}", raised)};
        }
        findings.push_back(std::move(finding));
    }
}

void checkSingleReplica(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const auto at = figures.capacities.find(profile.id);
        if (profile.host != Host::Kubernetes || profile.role != Role::Service || at == figures.capacities.end() ||
            at->second.least >= 2 || !isReached(figures.design, profile.id)) {
            continue;
        }
        Finding finding = found(
            profile.id, fmt::format("'{}' can run as a single replica: a node update takes it away.", profile.name),
            "Keep at least two, three in production.");
        if (profile.kind->field("leastReplicas") != nullptr) {
            finding.fix = Fix{.title = "Keep three", .field = "leastReplicas", .value = "3"};
        }
        findings.push_back(std::move(finding));
    }
}

}  // namespace tideline
