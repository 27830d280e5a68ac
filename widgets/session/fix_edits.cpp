// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/fix_edits.h"

#include "core/edit/connection_edits.h"
#include "core/edit/finding_edits.h"
#include "core/edit/service_edits.h"
#include "core/layout/auto_layout.h"
#include "core/layout/lanes.h"
#include "widgets/session/design_session.h"
#include "widgets/session/field_edits.h"

#include <algorithm>
#include <charconv>

namespace tideline {

namespace {

/// The text of a fix as the value that the field takes.
FieldValue valueOf(const std::string& text, const FieldSpec* spec) {
    if (text == "true" || text == "false") {
        return text == "true";
    }
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
    const bool isText =
        spec && (!spec->choices.empty() || (spec->standard && std::holds_alternative<std::string>(*spec->standard)));
    return isNumber && !isText ? FieldValue(number) : FieldValue(text);
}

std::string subjectId(const Subject& subject) {
    if (const auto* service = std::get_if<ServiceId>(&subject)) {
        return service->text;
    }
    const auto* connection = std::get_if<ConnectionId>(&subject);
    return connection ? connection->text : std::string();
}

}  // namespace

std::vector<Placement> placementsOn(const Design& design, const std::vector<ServiceId>& ids, Host host) {
    Design placed = withAllSpots(design);
    const std::vector<Zone> lanes = lanesOf(placed);
    std::vector<Placement> placements;
    for (const ServiceId& id : ids) {
        const Service* service = placed.services.find(id);
        if (service == nullptr || service->host == host) {
            continue;
        }
        Service moved = *service;
        moved.host = host;
        moved.zone = {};
        const ZoneId before = laneOf(*service, placed, lanes);
        moved.zone = host == Host::Managed ? before : laneOf(moved, placed, lanes);
        Placement placement{id, host, moved.zone, std::nullopt};
        if (moved.zone != before || host == Host::Wasm || service->host == Host::Wasm) {
            const Spot* old = placed.layout.find(id);
            Spot spot = freeSpot(placed, moved.zone, host, 0, old == nullptr ? 0 : old->y);
            spot.id = id;
            placement.spot = spot;
            placed.layout.put(spot);
        }
        placed.services.put(moved);
        placements.push_back(placement);
    }
    return placements;
}

Edit placementEdit(const Design& design, const ServiceId& id, Host host) {
    return placeServices(design, placementsOn(design, {id}, host));
}

std::optional<Edit> fixEdit(const DesignSession& session, const Finding& finding) {
    if (!finding.fix) {
        return std::nullopt;
    }
    const Fix& fix = *finding.fix;
    const Design& design = session.design();
    if (const auto* id = std::get_if<ServiceId>(&finding.subject)) {
        const Service* service = design.services.find(*id);
        if (!service) {
            return std::nullopt;
        }
        if (fix.field == "host") {
            const std::optional<Host> host = hostOfKey(fix.value);
            return host ? std::optional(placementEdit(design, *id, *host)) : std::nullopt;
        }
        const ServiceKind* kind = session.catalog().find(service->kind);
        return fieldEdit(session, {*id}, fix.field, valueOf(fix.value, kind ? kind->field(fix.field) : nullptr));
    }
    if (const auto* id = std::get_if<ConnectionId>(&finding.subject)) {
        if (fix.field == "type") {
            const std::optional<ConnectionType> type = connectionTypeOfKey(fix.value);
            return type ? std::optional(setConnectionType(design, *id, *type)) : std::nullopt;
        }
        return fieldEdit(design, *id, fix.field, valueOf(fix.value, nullptr));
    }
    return std::nullopt;
}

Edit acceptEdit(const Finding& finding, const QString& reason) {
    return acceptFinding({finding.rule, subjectId(finding.subject), reason.trimmed().toStdString()});
}

QString nameOf(const Subject& subject, const Design& design) {
    if (const auto* id = std::get_if<ServiceId>(&subject)) {
        const Service* service = design.services.find(*id);
        return service ? QString::fromStdString(service->name) : QString();
    }
    if (const auto* id = std::get_if<ConnectionId>(&subject)) {
        const Connection* connection = design.connections.find(*id);
        const Service* from = connection ? design.services.find(connection->from) : nullptr;
        const Service* to = connection ? design.services.find(connection->to) : nullptr;
        return from && to ? QString::fromStdString(from->name + " to " + to->name) : QString();
    }
    return QString::fromStdString(design.title);
}

}  // namespace tideline
