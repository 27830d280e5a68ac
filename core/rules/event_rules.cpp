// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <algorithm>

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

std::string eventOf(const Connection& connection) {
    const auto at = connection.fields.find("event");
    const std::string* event = at == connection.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    return event == nullptr ? std::string() : *event;
}

/// True where a connection into the channel names the event, or one names none, so that nobody knows what it sends.
bool mayBeSent(const Design& design, const ServiceId& channel, const std::string& event) {
    return std::ranges::any_of(design.connections, [&](const Connection& connection) {
        return connection.to == channel && (eventOf(connection) == event || eventOf(connection).empty());
    });
}

}  // namespace

void checkNeverSent(const Figures& figures, Findings& findings) {
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* channel = figures.resolved.find(connection.from);
        const ServiceProfile* listener = figures.resolved.find(connection.to);
        const std::string event = eventOf(connection);
        if (channel == nullptr || listener == nullptr || channel->role != Role::Channel || event.empty() ||
            mayBeSent(figures.design, channel->id, event)) {
            continue;
        }
        findings.push_back(
            found(connection.id,
                  fmt::format("'{}' waits for '{}' from '{}', but nothing sends it there: its rule never "
                              "matches.",
                              listener->name, shownText(event), channel->name),
                  "Connect who sends it, or correct the name of the event."));
    }
}

void checkEventName(const Figures& figures, Findings& findings) {
    constexpr std::size_t kLongest = 128;  // detail-type of EventBridge
    for (const Connection& connection : figures.design.connections) {
        const std::string event = eventOf(connection);
        if (event.size() > kLongest) {
            findings.push_back(found(connection.id,
                                     fmt::format("The event '{}' has {} bytes; EventBridge takes a detail-type of {}.",
                                                 shownText(event), event.size(), kLongest),
                                     "Give it a shorter name."));
        }
    }
}

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
