// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"

#include <optional>
#include <string_view>

namespace tideline {

/// Sync: the caller waits. Async: a message or event. Data: reads and writes of a store; the caller waits.
enum class ConnectionType { Sync, Async, Data };

/// "sync", "async", "data".
std::string_view keyOf(ConnectionType type);
std::optional<ConnectionType> connectionTypeOfKey(std::string_view key);

struct Connection {
    ConnectionId id;
    ServiceId from, to;
    ConnectionType type = ConnectionType::Sync;
    double callsPerRequest = 1;  ///< mean calls (messages) for one request of `from`, >= 0; out of a channel: share of
        ///< its messages that `to` hears
    FieldValues fields;  ///< timeoutMs, retries, failureShare (numbers); writes, deadLetter, ordered, streaming
        ///< (switches); event (text: name of the event, which is also the topic)
    Extras extras;
    bool operator==(const Connection&) const = default;
};

}  // namespace tideline
