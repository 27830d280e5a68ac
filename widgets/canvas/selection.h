// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <set>

namespace tideline {

/// What is chosen on the canvas: services, connections and topics, several of each.
struct Selection {
    std::set<ServiceId> services;
    std::set<ConnectionId> connections;
    std::set<TopicId> topics;
    bool empty() const { return services.empty() && connections.empty() && topics.empty(); }
    bool operator==(const Selection&) const = default;
};

}  // namespace tideline
