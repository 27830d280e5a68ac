// SPDX-License-Identifier: Apache-2.0
#include "core/cost/curve_placement.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array kKinds{
    CurveKind{"all-kubernetes", "All Kubernetes", "Kubernetes", Host::Kubernetes},
    CurveKind{"all-functions", "All functions", "Functions", Host::Function},
    CurveKind{"all-wasm", "All Wasm", "Wasm", Host::Wasm},
};

bool isWorkload(const ServiceFacts& facts) {
    const Role role = facts.profile->role;
    return role == Role::Service || role == Role::Worker || role == Role::Job;
}

std::optional<HostProblem> problemOn(const ServiceFacts& facts, Host host) {
    return hostProblem(*facts.profile, host, facts.exposure);
}

/// Where a workload goes that cannot be moved to the curve's host.
Host fallbackOf(const ServiceFacts& facts) {
    const Host drawn = facts.profile->host;
    if (drawn != Host::Kubernetes && !problemOn(facts, drawn)) {
        return drawn;
    }
    for (const Host host : {Host::Managed, Host::Function, Host::Kubernetes}) {
        if (!problemOn(facts, host)) {
            return host;
        }
    }
    return drawn;  // nothing is possible: a finding says so
}

/// Stores, channels and platform services.
Host hostOfOthers(const ServiceFacts& facts, Host curve) {
    const ServiceProfile& profile = *facts.profile;
    const bool moves = curve != Host::Kubernetes && profile.host == Host::Kubernetes &&
                       profile.kind->hosting(Host::Managed) != nullptr;
    return moves ? Host::Managed : profile.host;
}

}  // namespace

std::span<const CurveKind> curveKinds() {
    return kKinds;
}

const CurveKind* findCurveKind(std::string_view key) {
    const auto row = std::ranges::find(kKinds, key, &CurveKind::key);
    return row != kKinds.end() ? &*row : nullptr;
}

CurvePlacement placedOn(const CurveKind& kind, const CostModel& model) {
    CurvePlacement placement;
    for (const ServiceFacts& facts : model.services) {
        if (!isWorkload(facts)) {
            placement.hosts.push_back(hostOfOthers(facts, kind.host));
            continue;
        }
        const std::optional<HostProblem> problem = problemOn(facts, kind.host);
        placement.hosts.push_back(problem ? fallbackOf(facts) : kind.host);
        placement.movedSome = placement.movedSome || !problem;
        if (problem) {
            placement.infeasible.push_back({facts.profile->id, facts.profile->name, problem->rule, problem->message});
        }
    }
    return placement;
}

Hosts drawnHosts(const CostModel& model) {
    Hosts hosts;
    for (const ServiceFacts& facts : model.services) {
        hosts.push_back(facts.profile->host);
    }
    return hosts;
}

}  // namespace tideline
