// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/host_possibility.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// "Place it on Kubernetes", where the kind can run there.
std::optional<Fix> moveTo(const ServiceProfile& profile, Host host) {
    if (profile.kind->hosting(host) == nullptr) {
        return std::nullopt;
    }
    const std::string where = host == Host::Function ? "a function" : std::string(nameOf(host));
    return Fix{.title = "Place it on " + where, .field = "host", .value = std::string(keyOf(host))};
}

/// "A function ends" continues a sentence as "a function ends"; "HTTP" keeps its capitals.
std::string continued(std::string sentence) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (sentence.size() > 1 && isCapital(sentence[0]) && !isCapital(sentence[1])) {
        sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
    }
    return sentence;
}

std::string reasonOf(const ServiceProfile& profile) {
    const ImpossibleHost* known = profile.kind->impossible(profile.host);
    return known != nullptr ? continued(known->reason) : "nobody offers it there.";
}

/// Adds what stands in the way of each service on the host where it is drawn, as far as this rule looks.
void addHostProblems(const Figures& figures, std::string_view rule, Host betterHost, Findings& findings) {
    const std::set<ServiceId> reached = publicServices(figures.design, figures.resolved);
    for (const ServiceProfile& profile : figures.resolved.services) {
        const Exposure exposure = reached.contains(profile.id) ? Exposure::Public : Exposure::Private;
        for (const HostProblem& problem : hostLimits(profile, profile.host, exposure)) {
            if (problem.rule == rule) {
                Finding finding = found(profile.id, problem.message, problem.remedy);
                finding.fix = moveTo(profile, betterHost);
                findings.push_back(std::move(finding));
            }
        }
    }
}

}  // namespace

void checkHostNotPossible(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (profile.hosting() != nullptr) {
            continue;
        }
        Finding finding = found(profile.id,
                                fmt::format("'{}' is placed {}, but {} cannot run there: {}", profile.name,
                                            whereOf(profile.host), profile.kind->phrase, reasonOf(profile)),
                                "Place it on one of its possible hosts.");
        finding.fix = moveTo(profile, profile.kind->hostings.front().host);
        findings.push_back(std::move(finding));
    }
}

void checkDurationOverFunctionLimit(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.duration-over-function-limit", Host::Kubernetes, findings);
}

void checkDurationOverFrontDoor(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.duration-over-front-door", Host::Kubernetes, findings);
}

void checkPersistentConnectionsOnFunction(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.persistent-connections-on-function", Host::Kubernetes, findings);
}

void checkMemoryOverFunctionLimit(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.memory-over-function-limit", Host::Kubernetes, findings);
}

void checkLocalStateOnEdge(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.local-state-on-edge", Host::Kubernetes, findings);
}

void checkWasmLimits(const Figures& figures, Findings& findings) {
    addHostProblems(figures, "placement.wasm-limits", Host::Function, findings);
}

}  // namespace tideline
