// SPDX-License-Identifier: Apache-2.0
#include "core/layout/call_depth.h"

#include <algorithm>
#include <vector>

namespace tideline {

std::map<ServiceId, int> callDepths(const Design& design) {
    std::map<ServiceId, int> depths;
    std::map<ServiceId, int> waitingFor;
    std::map<ServiceId, std::vector<const Connection*>> outgoing;
    for (const Connection& connection : design.connections) {
        if (connection.from != connection.to) {
            ++waitingFor[connection.to];
            outgoing[connection.from].push_back(&connection);
        }
    }
    std::vector<ServiceId> ready;
    for (const Service& service : design.services) {
        if (waitingFor[service.id] == 0) {
            ready.push_back(service.id);
            depths[service.id] = 0;
        }
    }
    int deepest = 0;
    for (std::size_t i = 0; i < ready.size(); ++i) {
        const ServiceId from = ready[i];
        const int depth = depths[from];
        deepest = std::max(deepest, depth);
        for (const Connection* connection : outgoing[from]) {
            int& next = depths[connection->to];
            next = std::max(next, depth + 1);
            if (--waitingFor[connection->to] == 0) {
                ready.push_back(connection->to);
            }
        }
    }
    for (const Service& service : design.services) {
        if (waitingFor[service.id] > 0) {
            depths[service.id] = std::max(depths[service.id], deepest + 1);
        }
    }
    return depths;
}

}  // namespace tideline
