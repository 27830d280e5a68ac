// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_checks.h"
#include "core/targets/container_ports.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

/// The ports of a service that runs as a container; none elsewhere.
std::vector<ContainerPort> portsOf(const ServiceProfile& profile) {
    const Hosting* hosting = profile.host == Host::Kubernetes ? profile.hosting() : nullptr;
    return hosting == nullptr ? std::vector<ContainerPort>{} : containerPorts(*profile.kind, *hosting);
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

/// A name of RFC 6335: up to 15 small letters, digits and single hyphens, a letter among them.
bool isPortName(const std::string& name) {
    const auto isPlain = [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 15 && std::ranges::all_of(name, isPlain) &&
           std::ranges::any_of(name, isLetter) && name.front() != '-' && name.back() != '-' &&
           name.find("--") == std::string::npos;
}

}  // namespace

void checkPortTwice(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        std::map<std::pair<int, std::string>, std::string> taken;
        for (const auto& [spec, number] : portsOf(profile)) {
            const auto [at, isNew] = taken.emplace(std::pair(number, spec->protocol), spec->name);
            if (!isNew) {
                findings.push_back(found(profile.id,
                                         fmt::format("'{}' listens on port {} twice, as '{}' and '{}'.", profile.name,
                                                     number, at->second, spec->name),
                                         "Give one of them another number in the kind; those below 1024 move up by "
                                         "8000."));
            }
        }
    }
}

void checkPortName(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        for (const auto& [spec, number] : portsOf(profile)) {
            if (!isPortName(spec->name)) {
                findings.push_back(found(profile.id,
                                         fmt::format("'{}' calls its port {} '{}', which Kubernetes does not take.",
                                                     profile.name, number, spec->name),
                                         "Name it in the kind with at most 15 small letters, digits and hyphens."));
            }
        }
    }
}

void checkProbePort(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const std::vector<ContainerPort> ports = portsOf(profile);
        for (const ProbeSpec* probe : {&profile.kind->readiness, &profile.kind->liveness, &profile.kind->startup}) {
            const auto isProbed = [&](const ContainerPort& port) { return port.spec->name == probe->port; };
            if (profile.host == Host::Kubernetes && profile.hosting() != nullptr && !probe->port.empty() &&
                std::ranges::none_of(ports, isProbed)) {
                findings.push_back(found(profile.id,
                                         fmt::format("A probe of '{}' asks on its port '{}', which its container does "
                                                     "not open: the pods never become ready.",
                                                     profile.name, probe->port),
                                         "Let the probe of the kind ask on a port that the container opens."));
                break;
            }
        }
    }
}

}  // namespace tideline
