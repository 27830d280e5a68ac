// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill.h"

#include <map>

namespace tideline {

class BillModel;

/// What of a bill is there because of one connection, in dollars a month. Shares in floating point, for people to read:
/// the lines themselves stay exact.
struct ConnectionCost {
    double network = 0;  ///< its share of NAT data and of data between zones, by the bytes that it carries
    double perCall = 0;  ///< its share of those lines of its target that are counted by request, by the calls
    double dollars() const { return network + perCall; }
    bool operator==(const ConnectionCost&) const = default;
};

/// Of every connection between services of known kinds. `bill` must be the bill of `model` at the drawn traffic.
/// Connections that no line counts cost 0: standing costs such as nodes and gateways belong to no connection.
std::map<ConnectionId, ConnectionCost> connectionCosts(const BillModel& model, const Bill& bill);

}  // namespace tideline
