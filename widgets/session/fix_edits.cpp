// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/fix_edits.h"

#include "core/edit/connection_edits.h"
#include "core/edit/finding_edits.h"
#include "core/edit/service_edits.h"
#include "widgets/session/design_session.h"

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

std::string_view zoneTypeOf(Host host) {
    return host == Host::Kubernetes ? "cluster" : host == Host::Wasm ? "wasm" : "functions";
}

bool takes(const Zone& zone, Host host) {
    return host == Host::Managed ? zone.type != "wasm" : zone.type == zoneTypeOf(host);
}

std::string subjectId(const Subject& subject) {
    if (const auto* service = std::get_if<ServiceId>(&subject)) {
        return service->text;
    }
    const auto* connection = std::get_if<ConnectionId>(&subject);
    return connection ? connection->text : std::string();
}

}  // namespace

ZoneId laneFor(const Design& design, const Service& service, Host host) {
    const auto own = std::ranges::find(design.zones, service.zone, &Zone::id);
    if (own != design.zones.end() && takes(*own, host)) {
        return own->id;
    }
    const auto first = std::ranges::find_if(design.zones, [&](const Zone& zone) { return takes(zone, host); });
    return first == design.zones.end() ? ZoneId{} : first->id;
}

Edit placementEdit(const Design& design, const ServiceId& id, Host host) {
    const Service* service = design.services.find(id);
    return placeServices(
        design, {Placement{.id = id, .host = host, .zone = service ? laneFor(design, *service, host) : ZoneId{}}});
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
        return setField(design, *id, fix.field, valueOf(fix.value, kind ? kind->field(fix.field) : nullptr));
    }
    if (const auto* id = std::get_if<ConnectionId>(&finding.subject)) {
        if (fix.field == "type") {
            const std::optional<ConnectionType> type = connectionTypeOfKey(fix.value);
            return type ? std::optional(setConnectionType(design, *id, *type)) : std::nullopt;
        }
        return setConnectionField(design, *id, fix.field, valueOf(fix.value, nullptr));
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
