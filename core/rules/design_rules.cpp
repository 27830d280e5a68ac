// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"
#include "core/catalog/connection_fields.h"
#include "core/catalog/field_fault.h"
#include "core/figures/setting_words.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr const char* kCorrectName = "Correct its name or remove it; until then it has no effect.";

std::string nameOf(const Design& design, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service == nullptr ? id.text : service->name;
}

void checkConnectionFields(const Design& design, const Connection& connection, Findings& findings) {
    const std::span<const FieldSpec> specs = connectionFields();
    const std::string owner =
        fmt::format("The connection from '{}' to '{}'", nameOf(design, connection.from), nameOf(design, connection.to));
    for (const auto& [key, value] : connection.fields) {
        const auto spec = std::ranges::find(specs, key, &FieldSpec::key);
        if (spec == specs.end()) {
            findings.push_back(found(connection.id, unknownFieldText(owner, "a connection", specs, key), kCorrectName));
        } else if (!fits(*spec, value)) {
            findings.push_back(found(connection.id, misfitText(owner, *spec, value),
                                     "Give it a value that fits; until then it may have no effect."));
        }
    }
}

}  // namespace

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
        findings.push_back(
            found(issue.service, issue.message,
                  isUnknown ? kCorrectName : "Give it a value that fits; until then the standard holds."));
    }
    for (const Connection& connection : figures.design.connections) {
        checkConnectionFields(figures.design, connection, findings);
    }
}

void checkUnknownWord(const Figures& figures, Findings& findings) {
    for (const UnknownWord& word : unknownWords(figures.design)) {
        const Subject subject = word.service.text.empty() ? Subject() : Subject(word.service);
        findings.push_back(
            found(subject, word.message, fmt::format("Correct {}; until then {}.", word.place, word.meanwhile)));
    }
}

}  // namespace tideline
