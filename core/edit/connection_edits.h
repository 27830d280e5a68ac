// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"

namespace tideline {

struct NewConnection {
    ServiceId from, to;
    ConnectionType type = ConnectionType::Sync;
    double callsPerRequest = 1;
    FieldValues fields;
};

/// An edit that adds a connection, and the id that the connection will have.
struct ConnectionAddition {
    Edit edit;
    ConnectionId id;
};

/// Refuses services that are not there, a service to itself, and a second connection of the same type and event
/// between the same services.
ConnectionAddition connectServices(const Design& design, const NewConnection& connection, IdSource& ids);

Edit removeConnections(const Design& design, const std::vector<ConnectionId>& ids);
Edit setConnectionType(const Design& design, const ConnectionId& id, ConnectionType type);
/// Finite, at least 0, at most 1,000,000. Changes in a row are one step.
Edit setCallsPerRequest(const Design& design, const ConnectionId& id, double calls);
/// As `setField` of a service.
Edit setConnectionField(const Design& design, const ConnectionId& id, const std::string& field,
                        const FieldValue& value);
Edit resetConnectionField(const Design& design, const ConnectionId& id, const std::string& field);
Edit reverseConnection(const Design& design, const ConnectionId& id);

enum class ConnectionEnd { From, To };
/// Leads one end to another service, under the rules of `connectServices`.
Edit reconnect(const Design& design, const ConnectionId& id, ConnectionEnd end, const ServiceId& service);

}  // namespace tideline
