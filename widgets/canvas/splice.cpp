// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/splice.h"

#include "core/edit/connection_edits.h"
#include "core/edit/edit_sequence.h"
#include "core/edit/service_edits.h"
#include "widgets/canvas/connection_choice.h"

#include <QCoreApplication>
#include <algorithm>

namespace tideline {

namespace {

constexpr double kReach = 20;  ///< world units from the middle of the card to the line

const ServiceKind* kindOf(const Design& design, const Catalog& catalog, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service == nullptr ? nullptr : catalog.find(service->kind);
}

bool areConnected(const Design& design, const ServiceId& a, const ServiceId& b) {
    return std::ranges::any_of(design.connections.shared(), [&](const auto& row) {
        return (row->from == a && row->to == b) || (row->from == b && row->to == a);
    });
}

bool isChannel(const Design& design, const Catalog& catalog, const ServiceId& id) {
    const ServiceKind* kind = kindOf(design, catalog, id);
    return kind != nullptr && kind->role == Role::Channel;
}

std::string nameOf(const Design& design, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service == nullptr ? id.text : service->name;
}

/// Half of the connection takes over its fields where it stays of the same type; events stay with the bus.
NewConnection half(const Design& design, const Catalog& catalog, const Connection& whole, NewConnection part) {
    if (part.type == whole.type) {
        part.fields = whole.fields;
        if (!isChannel(design, catalog, part.from) && !isChannel(design, catalog, part.to)) {
            part.fields.erase("event");
        }
    }
    return part;
}

}  // namespace

std::optional<ConnectionId> connectionUnder(const CanvasStage& stage, QPointF middle) {
    const QRectF near(middle.x() - kReach, middle.y() - kReach, 2 * kReach, 2 * kReach);
    std::optional<ConnectionId> found;
    double nearest = kReach;
    for (const int index : stage.picture.linesIn(near)) {
        const Line& line = stage.picture.line(index);
        if (!line.isRouted || stage.overlay.liveLines.contains(index)) {
            continue;
        }
        if (const double distance = line.route.distanceTo(middle); distance <= nearest) {
            nearest = distance;
            found = line.id;
        }
    }
    return found;
}

bool canStandBetween(const CanvasStage& stage, const ConnectionId& id, const ServiceKind& kind) {
    const Connection* connection = stage.design().connections.find(id);
    if (connection == nullptr) {
        return false;
    }
    const ServiceKind* from = kindOf(stage.design(), stage.session.catalog(), connection->from);
    const ServiceKind* to = kindOf(stage.design(), stage.session.catalog(), connection->to);
    return from != nullptr && to != nullptr && canReceive(*from, kind) && canReceive(kind, *to);
}

std::optional<Edit> spliceEdit(const Design& design, const Catalog& catalog, const ConnectionId& id,
                               const ServiceId& service, IdSource& ids) {
    const Connection* whole = design.connections.find(id);
    if (whole == nullptr || areConnected(design, whole->from, service) || areConnected(design, service, whole->to)) {
        return std::nullopt;
    }
    const ConnectionChoice before = connectionChoice(design, catalog, whole->from, service);
    const ConnectionChoice behind = connectionChoice(design, catalog, service, whole->to);
    if (before.isRefused() || behind.isRefused()) {
        return std::nullopt;
    }
    NewConnection first = half(design, catalog, *whole, before.connection);
    first.callsPerRequest = whole->callsPerRequest;
    const NewConnection second = half(design, catalog, *whole, behind.connection);
    return inOneStep({removeConnections(design, {id}), connectServices(design, first, ids).edit,
                      connectServices(design, second, ids).edit},
                     "insert " + nameOf(design, service) + " between " + nameOf(design, whole->from) + " and " +
                         nameOf(design, whole->to));
}

QString spliceWords(const CanvasStage& stage, const ConnectionId& id) {
    const Connection* connection = stage.design().connections.find(id);
    if (connection == nullptr) {
        return {};
    }
    return QCoreApplication::translate("tideline", "Between %1 and %2")
        .arg(QString::fromStdString(nameOf(stage.design(), connection->from)),
             QString::fromStdString(nameOf(stage.design(), connection->to)));
}

}  // namespace tideline
