// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/connection_choice.h"

#include "core/edit/topic_edits.h"
#include "core/layout/auto_layout.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

const TypicalConnection* typical(const ServiceKind& from, const ServiceKind& to) {
    const auto at = std::ranges::find(from.typicalConnections, to.key, &TypicalConnection::to);
    return at == from.typicalConnections.end() ? nullptr : &*at;
}

ConnectionType typeFor(const ServiceKind& from, const ServiceKind& to) {
    if (const TypicalConnection* known = typical(from, to)) {
        return connectionTypeOfKey(known->type).value_or(ConnectionType::Sync);
    }
    if (from.role == Role::Channel || to.role == Role::Channel) {
        return ConnectionType::Async;
    }
    return to.role == Role::Store ? ConnectionType::Data : ConnectionType::Sync;
}

void describe(ConnectionChoice& choice, const QString& to) {
    switch (choice.connection.type) {
    case ConnectionType::Sync:
        choice.words = tr("Calls %1 and waits").arg(to);
        choice.icon = QStringLiteral("connect");
        return;
    case ConnectionType::Async:
        choice.words = tr("Sends events to %1").arg(to);
        choice.icon = QStringLiteral("event-bus");
        return;
    case ConnectionType::Data: break;
    }
    choice.words = tr("Reads and writes %1").arg(to);
    choice.icon = QStringLiteral("database");
}

/// What a connection without knowledge of its kinds would be.
NewConnection plain(const ServiceId& from, const ServiceId& to) {
    return {from, to, ConnectionType::Sync, 1, {}};
}

bool sends(const Design& design, const ServiceId& from, const ServiceId& to, const std::string& event) {
    return std::ranges::any_of(design.connections.shared(), [&](const auto& row) {
        const auto field = row->fields.find("event");
        return row->from == from && row->to == to && field != row->fields.end() && field->second == FieldValue(event);
    });
}

}  // namespace

bool canReceive(const ServiceKind& from, const ServiceKind& to) {
    const bool fromRests = from.role == Role::Store || from.role == Role::External || from.role == Role::Platform;
    return !fromRests && to.role != Role::Platform;
}

ConnectionChoice connectionChoice(const Design& design, const Catalog& catalog, const ServiceId& from,
                                  const ServiceId& to) {
    ConnectionChoice choice;
    choice.connection = plain(from, to);
    const Service* source = design.services.find(from);
    const Service* target = design.services.find(to);
    if (source == nullptr || target == nullptr || from == to) {
        choice.refusal = tr("A service cannot be connected to itself.");
        return choice;
    }
    const QString sourceName = QString::fromStdString(source->name);
    const QString targetName = QString::fromStdString(target->name);
    const ServiceKind* sourceKind = catalog.find(source->kind);
    const ServiceKind* targetKind = catalog.find(target->kind);
    if (sourceKind != nullptr && targetKind != nullptr) {
        if (!canReceive(*sourceKind, *targetKind)) {
            choice.refusal = tr("%1 cannot begin a connection: it answers, and calls nobody.").arg(sourceName);
            choice.remedy = tr("Draw the line from %1 to it.").arg(targetName);
            return choice;
        }
        choice.connection.type = typeFor(*sourceKind, *targetKind);
        const TypicalConnection* known = typical(*sourceKind, *targetKind);
        choice.connection.callsPerRequest = known == nullptr ? 1 : known->callsPerRequest;
    }
    describe(choice, targetName);
    return choice;
}

ServiceId busOf(const Design& design, const Catalog& catalog) {
    const ServiceId named{design.settings.bus.service};
    if (design.services.contains(named)) {
        return named;
    }
    const std::vector<Zone> lanes = lanesOf(design);
    for (const Service& service : design.services) {
        const ServiceKind* kind = catalog.find(service.kind);
        const auto lane = std::ranges::find(lanes, laneOf(service, design, lanes), &Zone::id);
        if (kind != nullptr && kind->key == "event-bus" && lane != lanes.end() && lane->type == "bus") {
            return service.id;
        }
    }
    return {};
}

std::string topicNameFor(const Design& design, const ServiceId& from) {
    const Service* service = design.services.find(from);
    std::string base;
    for (const char letter : service == nullptr ? std::string("events") : service->name) {
        const bool isPlain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
        if (isPlain) {
            base += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        } else if (!base.empty() && base.back() != '-') {
            base += '-';
        }
    }
    while (!base.empty() && base.back() == '-') {
        base.pop_back();
    }
    return (base.empty() ? "events" : base) + ".sent";
}

Edit eventThroughTopic(const Design& design, const ServiceId& bus, const ServiceId& from, const ServiceId& to,
                       const std::string& topic, IdSource& ids) {
    std::vector<Edit> parts;
    const FieldValues fields{{"event", topic}};
    const bool isKnown =
        std::ranges::any_of(design.topics.shared(), [&](const auto& row) { return row->name == topic; });
    if (!isKnown) {
        double y = kLaneHead;
        for (const Topic& place : missingTopicPlaces(design)) {
            y = std::max(y, place.y);
        }
        for (const Topic& known : design.topics) {
            y = std::max(y, known.y + kPillStep);
        }
        parts.push_back(addTopic(design, topic, y, ids).edit);
    }
    if (!from.text.empty() && !sends(design, from, bus, topic)) {
        parts.push_back(connectServices(design, {from, bus, ConnectionType::Async, 1, fields}, ids).edit);
    }
    if (!to.text.empty()) {
        parts.push_back(connectServices(design, {bus, to, ConnectionType::Async, 1, fields}, ids).edit);
    }
    const Service* sender = design.services.find(from.text.empty() ? to : from);
    Edit whole;
    whole.label = "connect " + (sender == nullptr ? topic : sender->name) + " through " + topic;
    whole.apply = [parts](Design result) -> Result<Design> {
        for (const Edit& part : parts) {
            result = TRY(part.apply(std::move(result)));
        }
        return result;
    };
    return whole;
}

}  // namespace tideline
