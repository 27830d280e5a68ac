// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

namespace tideline {

namespace {

bool hasAutoscaler(const ServiceProfile& profile) {
    const Hosting* hosting = profile.host == Host::Kubernetes ? profile.hosting() : nullptr;
    return hosting != nullptr && (hosting->scaling.by == "hpa" || hosting->scaling.by == "keda");
}

}  // namespace

void checkLeastOverMost(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const double least = profile.number("leastReplicas");
        const double most = profile.number("mostReplicas", least);
        if (!hasAutoscaler(profile) || least <= most) {
            continue;
        }
        Finding finding = found(profile.id,
                                fmt::format("'{}' keeps at least {} replicas but is limited to {}; Kubernetes refuses "
                                            "such an autoscaler.",
                                            profile.name, numberText(least), numberText(most)),
                                "Raise the limit, or keep fewer.");
        finding.fix = Fix{.title = fmt::format("Allow {}", numberText(least)),
                          .field = "mostReplicas",
                          .value = fmt::format("{}", least)};
        findings.push_back(std::move(finding));
    }
}

void checkReplicasOverPartitions(const Figures& figures, Findings& findings) {
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* stream = figures.resolved.find(connection.from);
        const ServiceProfile* reader = figures.resolved.find(connection.to);
        const bool readsStream = stream != nullptr && reader != nullptr && stream->has("partitions") &&
                                 stream->host == Host::Kubernetes && hasAutoscaler(*reader);
        const double partitions = readsStream ? stream->number("partitions") : 0;
        const double most = readsStream ? reader->number("mostReplicas") : 0;
        if (most <= partitions) {
            continue;
        }
        findings.push_back(found(connection.id,
                                 fmt::format("'{}' may grow to {} replicas, but '{}' has {} partition{}: the others "
                                             "find nothing to read.",
                                             reader->name, numberText(most), stream->name, numberText(partitions),
                                             partitions == 1 ? "" : "s"),
                                 "Raise the partitions, or lower the limit of the replicas."));
    }
}

}  // namespace tideline
