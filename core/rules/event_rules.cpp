// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

namespace tideline {

namespace {

bool isOn(const Connection& connection, const std::string& field) {
    const auto at = connection.fields.find(field);
    const bool* value = at == connection.fields.end() ? nullptr : std::get_if<bool>(&at->second);
    return value != nullptr && *value;
}

/// "'Orders', 'Stock' and 'Pricing'".
std::string namesOf(const Design& design, const std::vector<ServiceId>& ids) {
    std::string text;
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Service* service = design.services.find(ids[at]);
        if (at > 0) {
            text += at + 1 == ids.size() ? " and " : ", ";
        }
        text += "'" + (service != nullptr ? service->name : ids[at].text) + "'";
    }
    return text;
}

}  // namespace

void checkNoDeadLetter(const Figures& figures, Findings& findings) {
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* to = figures.resolved.find(connection.to);
        const Service* from = figures.design.services.find(connection.from);
        if (connection.type != ConnectionType::Async || isOn(connection, "deadLetter") || to == nullptr ||
            from == nullptr || to->role == Role::Channel) {
            continue;
        }
        Finding finding = found(connection.id,
                                fmt::format("'{}' sends to '{}' with no place for messages that fail: they are lost "
                                            "after the last try.",
                                            from->name, to->name),
                                "Add a dead-letter queue and an alarm on it.");
        finding.fix = Fix{.title = "Add a dead-letter queue", .field = "deadLetter", .value = "true"};
        findings.push_back(std::move(finding));
    }
}

void checkEventCycle(const Figures& figures, Findings& findings) {
    for (const Cycle& cycle : figures.flow.cycles) {
        std::string message = fmt::format("{} pass{} events on in a circle, and each round makes {} times as many",
                                          namesOf(figures.design, cycle.members), cycle.members.size() == 1 ? "es" : "",
                                          numberText(cycle.gain));
        const bool isDamped = cycle.gain < 1;
        message +=
            isDamped ? fmt::format(": {} times more work in all.", numberText(cycle.gain / (1 - cycle.gain))) : ".";
        Finding finding =
            found({}, std::move(message), "Break the circle: filter by source, or let one of them end the story.");
        if (isDamped) {
            finding.severity = Severity::Hint;
        }
        findings.push_back(std::move(finding));
    }
}

}  // namespace tideline
