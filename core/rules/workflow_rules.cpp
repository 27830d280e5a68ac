// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"
#include "core/targets/state_machine.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// Calls `tell` with each service that brings a definition of its own, and what is wrong with it.
template <class Tell>
void eachDefinition(const Figures& figures, const Tell& tell) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (const std::string definition = profile.text("definition"); !definition.empty()) {
            tell(profile, checkStateMachine(definition));
        }
    }
}

}  // namespace

void checkDefinitionUnreadable(const Figures& figures, Findings& findings) {
    eachDefinition(figures, [&](const ServiceProfile& profile, const Result<StateMachineCheck>& check) {
        if (!check) {
            findings.push_back(
                found(profile.id,
                      fmt::format("The definition of '{}' cannot be read: {}.", profile.name, describe(check.error())),
                      "Give the JSON of a state machine, or leave it empty to have one made."));
        }
    });
}

void checkStepMissing(const Figures& figures, Findings& findings) {
    eachDefinition(figures, [&](const ServiceProfile& profile, const Result<StateMachineCheck>& check) {
        for (const auto& [from, to] : check ? check->missing : std::vector<MissingState>{}) {
            const std::string start = from.empty() ? "starts at" : fmt::format("goes from '{}' to", shownText(from));
            findings.push_back(found(
                profile.id, fmt::format("'{}' {} '{}', which is no state of it.", profile.name, start, shownText(to)),
                "Add the state, or lead to one that is there."));
        }
        for (const std::string& state : check ? check->endless : std::vector<std::string>{}) {
            findings.push_back(
                found(profile.id,
                      fmt::format("The state '{}' of '{}' neither ends nor leads on.", shownText(state), profile.name),
                      "Give it a Next, or an End."));
        }
    });
}

void checkStepLost(const Figures& figures, Findings& findings) {
    eachDefinition(figures, [&](const ServiceProfile& profile, const Result<StateMachineCheck>& check) {
        for (const std::string& state : check ? check->unreachable : std::vector<std::string>{}) {
            findings.push_back(found(
                profile.id, fmt::format("No step of '{}' leads to its state '{}'.", profile.name, shownText(state)),
                "Lead a step to it, or remove it."));
        }
    });
}

}  // namespace tideline
