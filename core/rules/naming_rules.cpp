// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_checks.h"
#include "core/targets/names.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// What NameMap changed about the names of the services, as in every export.
std::vector<NameChange> nameChanges(const Figures& figures) {
    std::vector<NameRequest> requests;
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (!profile.name.empty()) {
            requests.push_back({profile.id.text, profile.name});
        }
    }
    const Result<NameMap> names = NameMap::of(requests, NameStyle::Label, reservedLabels());
    return names ? names->changes() : std::vector<NameChange>{};
}

}  // namespace

void checkSameName(const Figures& figures, Findings& findings) {
    for (const NameChange& change : nameChanges(figures)) {
        if (change.isTaken) {
            findings.push_back(found(ServiceId{change.id},
                                     fmt::format("'{}' comes to the same name in exports as another service, so it is "
                                                 "called '{}' there.",
                                                 change.text, change.name),
                                     "Give one of them a name that differs in its letters or digits."));
        }
    }
}

void checkUnsayableName(const Figures& figures, Findings& findings) {
    for (const NameChange& change : nameChanges(figures)) {
        if (!change.isTaken) {
            findings.push_back(found(ServiceId{change.id},
                                     fmt::format("'{}' cannot stand in exports as it is, so it is called '{}' there.",
                                                 change.text, change.name),
                                     "Give it a name of at most 40 letters, digits and spaces, or keep this one."));
        }
    }
}

void checkNoName(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (profile.name.empty()) {
            findings.push_back(found(
                profile.id, fmt::format("{} has no name, and no export can call it anything.", profile.kind->title),
                "Give it a name."));
        }
    }
}

}  // namespace tideline
