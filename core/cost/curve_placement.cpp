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

/// A managed service whose price stands in somebody's contract would make a curve cheap by what it leaves out.
bool isPricedManaged(const CostModel& model, std::size_t service) {
    return std::ranges::all_of(serviceUsages(model, service, Host::Managed), hasPrice);
}

/// Where a workload goes that cannot be moved to the curve's host.
Host fallbackOf(const CostModel& model, std::size_t service) {
    const ServiceFacts& facts = model.services[service];
    const Host drawn = facts.profile->host;
    if (drawn != Host::Kubernetes && !problemOn(facts, drawn)) {
        return drawn;
    }
    for (const Host host : {Host::Managed, Host::Function, Host::Kubernetes}) {
        if (!problemOn(facts, host) && (host != Host::Managed || isPricedManaged(model, service))) {
            return host;
        }
    }
    return drawn;  // nothing is possible: a finding says so
}

/// Stores, channels and platform services.
Host hostOfOthers(const CostModel& model, std::size_t service, Host curve) {
    const ServiceProfile& profile = *model.services[service].profile;
    const bool moves = curve != Host::Kubernetes && profile.host == Host::Kubernetes &&
                       profile.kind->hosting(Host::Managed) != nullptr && isPricedManaged(model, service);
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
    for (std::size_t at = 0; at < model.services.size(); ++at) {
        const ServiceFacts& facts = model.services[at];
        if (!isWorkload(facts)) {
            placement.hosts.push_back(hostOfOthers(model, at, kind.host));
            continue;
        }
        const std::optional<HostProblem> problem = problemOn(facts, kind.host);
        placement.hosts.push_back(problem ? fallbackOf(model, at) : kind.host);
        placement.movedSome = placement.movedSome || !problem;
        if (problem) {
            placement.infeasible.push_back(
                {facts.profile->id, facts.profile->name, problem->rule, problem->message, placement.hosts.back()});
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
