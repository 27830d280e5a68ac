// SPDX-License-Identifier: Apache-2.0
#include "core/edit/connection_edits.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"
#include "core/edit/service_edits.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr double kMostCalls = 1e6;

/// The event that a connection carries, or nothing.
FieldValue eventOf(const Connection& connection) {
    const auto found = connection.fields.find("event");
    return found == connection.fields.end() ? FieldValue(std::string()) : found->second;
}

Result<void> checkConnection(const Design& design, const Connection& connection) {
    const Service from = TRY(serviceOf(design, connection.from));
    const Service to = TRY(serviceOf(design, connection.to));
    if (from.id == to.id) {
        return failure(fmt::format("'{}' cannot be connected to itself", shownText(from.name)));
    }
    TRY(checkNumber(connection.callsPerRequest, 0, kMostCalls, "calls per request"));
    for (const auto& [key, value] : connection.fields) {
        TRY(checkFieldValue(value));
    }
    const bool twice = std::ranges::any_of(design.connections.shared(), [&connection](const auto& other) {
        return other->id != connection.id && other->from == connection.from && other->to == connection.to &&
               other->type == connection.type && eventOf(*other) == eventOf(connection);
    });
    if (twice) {
        return failure(fmt::format("'{}' has such a connection to '{}' already; raise its calls per request instead",
                                   shownText(from.name), shownText(to.name)));
    }
    return {};
}

/// An edit of one connection: `change` gets the row; what comes out is checked like a new one.
Edit connectionEdit(const ConnectionId& id, std::string label, std::string mergeKey,
                    std::function<void(Connection&)> change) {
    return {.label = std::move(label),
            .mergeKey = std::move(mergeKey),
            .apply = [id, change](Design design) -> Result<Design> {
                Connection connection = TRY(connectionOf(design, id));
                change(connection);
                TRY(checkConnection(design, connection));
                design.connections.put(std::move(connection));
                return design;
            }};
}

}  // namespace

ConnectionAddition connectServices(const Design& design, const NewConnection& connection, IdSource& ids) {
    const ConnectionId id = freeId(design.connections, ids, "connection");
    const Connection row{.id = id,
                         .from = connection.from,
                         .to = connection.to,
                         .type = connection.type,
                         .callsPerRequest = connection.callsPerRequest,
                         .fields = connection.fields};
    const auto apply = [row](Design before) -> Result<Design> {
        TRY(checkConnection(before, row));
        if (before.connections.size() >= limitOf(LimitId::DesignConnections)) {
            return failure(
                fmt::format("a design holds at most {} connections", shownCount(limitOf(LimitId::DesignConnections))));
        }
        before.connections.put(row);
        return before;
    };
    const std::string label =
        fmt::format("connect {} to {}", nameOf(design, connection.from), nameOf(design, connection.to));
    return {.edit = {.label = label, .apply = apply}, .id = id};
}

Edit removeConnections(const Design& design, const std::vector<ConnectionId>& ids) {
    return removeParts(design, {}, ids);
}

Edit setConnectionType(const Design& design, const ConnectionId& id, ConnectionType type) {
    return connectionEdit(id, "change the type of " + nameOf(design, id), {},
                          [type](Connection& connection) { connection.type = type; });
}

Edit setCallsPerRequest(const Design& design, const ConnectionId& id, double calls) {
    return connectionEdit(id, "change the calls of " + nameOf(design, id), "calls:" + id.text,
                          [calls](Connection& connection) { connection.callsPerRequest = calls; });
}

Edit setConnectionField(const Design& design, const ConnectionId& id, const std::string& field,
                        const FieldValue& value) {
    return connectionEdit(id, fmt::format("change {} of {}", field, nameOf(design, id)),
                          fmt::format("field:{}:{}", id.text, field),
                          [field, value](Connection& connection) { connection.fields[field] = value; });
}

Edit resetConnectionField(const Design& design, const ConnectionId& id, const std::string& field) {
    return connectionEdit(id, fmt::format("reset {} of {}", field, nameOf(design, id)),
                          fmt::format("field:{}:{}", id.text, field),
                          [field](Connection& connection) { connection.fields.erase(field); });
}

Edit reverseConnection(const Design& design, const ConnectionId& id) {
    return connectionEdit(id, "reverse " + nameOf(design, id), {},
                          [](Connection& connection) { std::swap(connection.from, connection.to); });
}

Edit reconnect(const Design& design, const ConnectionId& id, ConnectionEnd end, const ServiceId& service) {
    const std::string_view direction = end == ConnectionEnd::From ? "from" : "to";
    return connectionEdit(id, fmt::format("lead the connection {} {}", direction, nameOf(design, service)), {},
                          [end, service](Connection& connection) {
                              (end == ConnectionEnd::From ? connection.from : connection.to) = service;
                          });
}

}  // namespace tideline
