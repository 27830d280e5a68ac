// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <cmath>

namespace tideline {

void checkRequestOverLimit(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const double request = profile.number("cpuRequestMillis");
        const double limit = profile.number("cpuLimitMillis", request);
        if (profile.host != Host::Kubernetes || request <= limit) {
            continue;
        }
        Finding finding = found(profile.id,
                                fmt::format("'{}' asks for {} m of CPU but is limited to {} m; Kubernetes refuses such "
                                            "a pod.",
                                            profile.name, numberText(request), numberText(limit)),
                                "Raise the limit, or ask for less.");
        finding.fix = Fix{.title = fmt::format("Limit it to {} m", numberText(request)),
                          .field = "cpuLimitMillis",
                          .value = fmt::format("{}", request)};
        findings.push_back(std::move(finding));
    }
}

void checkPartOfUnit(const Figures& figures, Findings& findings) {
    struct Unit {
        const char* field;
        const char* title;
    };
    // Kubernetes counts CPU in whole thousandths and graphics cards in whole ones.
    for (const ServiceProfile& profile : figures.resolved.services) {
        for (const Unit& unit : {Unit{"cpuRequestMillis", "thousandths of a CPU"},
                                 Unit{"cpuLimitMillis", "thousandths of a CPU"}, Unit{"gpus", "GPUs"}}) {
            const double number = profile.number(unit.field);
            if (profile.host == Host::Kubernetes && number != std::floor(number)) {
                findings.push_back(found(profile.id,
                                         fmt::format("'{}' sets '{}' to {}, but Kubernetes gives whole {} only.",
                                                     profile.name, unit.field, numberText(number, 6), unit.title),
                                         "Give it a whole number."));
            }
        }
    }
}

}  // namespace tideline
