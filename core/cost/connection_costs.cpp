// SPDX-License-Identifier: Apache-2.0
#include "core/cost/connection_costs.h"

#include "core/cost/bill_model.h"
#include "core/cost/cluster_usages.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace tideline {

namespace {

double atDrawn(const Amount& amount) {
    return amount.at(1.0);
}

double callsOver(const CostModel& model, const CallFacts& call) {
    return atDrawn(model.services[call.from].requests) * approximately(call.perRequest);
}

double dollarsOf(const Bill& bill, std::string_view category) {
    double sum = 0;
    for (const BillLine& line : bill.lines) {
        sum += !line.service && line.category == category ? approximately(line.exact) : 0;
    }
    return sum;
}

/// Gives the dollars of one line of the network to the connections whose bytes it counts.
void shareOut(const NetworkTraffic& traffic, double dollars, std::map<ConnectionId, ConnectionCost>& costs) {
    double whole = traffic.ofNoConnection;
    for (const CarriedBytes& carried : traffic.connections) {
        whole += carried.kilobytes;
    }
    for (const CarriedBytes& carried : traffic.connections) {
        if (whole > 0 && carried.kilobytes > 0) {
            costs[carried.call->connection->id].network += dollars * carried.kilobytes / whole;
        }
    }
}

/// Dollars of a service's lines that are counted by its requests.
class RequestLines {
public:
    RequestLines(const BillModel& model, const Bill& bill) : m_dollars(model.model().services.size(), 0) {
        std::map<LineName, double> counted;
        std::map<LineName, double> all;
        for (const Usage* usage : model.lines()) {
            if (!usage->service) {
                continue;
            }
            const ServiceFacts& facts = model.model().services[*usage->service];
            const LineName name{facts.profile->id, usage->meter->key, usage->priceKey};
            for (const Measure& measure : usage->measures) {
                double steps = 0;
                const double units = measure.unitsAt({}, steps);
                all[name] += units;
                counted[name] += measure.countsRequests(facts.requests) ? units : 0;
            }
        }
        std::map<ServiceId, double> byService;
        for (const BillLine& line : bill.lines) {
            const LineName name{line.service.value_or(ServiceId{}), line.meter, line.price};
            if (const auto at = all.find(name); at != all.end() && at->second > 0) {
                const double share = std::clamp(counted.at(name) / at->second, 0.0, 1.0);
                byService[*line.service] += approximately(line.exact) * share;
            }
        }
        for (std::size_t at = 0; at < m_dollars.size(); ++at) {
            const auto found = byService.find(model.model().services[at].profile->id);
            m_dollars[at] = found == byService.end() ? 0 : found->second;
        }
    }
    double of(std::size_t service) const { return m_dollars[service]; }

private:
    using LineName = std::tuple<ServiceId, std::string_view, std::string_view>;
    std::vector<double> m_dollars;  ///< a month, by position
};

}  // namespace

std::map<ConnectionId, ConnectionCost> connectionCosts(const BillModel& model, const Bill& bill) {
    std::map<ConnectionId, ConnectionCost> costs;
    const CostModel& facts = model.model();
    const RequestLines lines(model, bill);
    for (const CallFacts& call : facts.calls) {
        ConnectionCost& cost = costs[call.connection->id];
        const double requests = atDrawn(facts.services[call.to].requests);
        if (requests > 0) {
            cost.perCall = lines.of(call.to) * std::min(1.0, callsOver(facts, call) / requests);
        }
    }
    shareOut(natTraffic(facts, model.hosts()), dollarsOf(bill, "nat-data"), costs);
    shareOut(zoneTraffic(facts, model.hosts()), dollarsOf(bill, "cross-az"), costs);
    return costs;
}

}  // namespace tideline
