// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

namespace tideline {

void checkUnknownKind(const Figures& figures, Findings& findings) {
    for (const ServiceId& id : figures.resolved.unknownKinds) {
        const Service* service = figures.design.services.find(id);
        if (service == nullptr) {
            continue;
        }
        findings.push_back(found(id,
                                 fmt::format("'{}' is of the kind '{}', which this version does not know: it is kept "
                                             "and drawn, but has no figures and is not exported.",
                                             service->name, shownText(service->kind)),
                                 "Give it a kind of the palette, or open the design with the version that knows it."));
    }
}

void checkFieldIgnored(const Figures& figures, Findings& findings) {
    for (const FieldIssue& issue : figures.resolved.issues) {
        const bool isUnknown = issue.fault == FieldFault::Unknown;
        findings.push_back(found(issue.service, issue.message,
                                 isUnknown ? "Correct its name or remove it; until then it has no effect."
                                           : "Give it a value that fits; until then the standard holds."));
    }
}

}  // namespace tideline
