// SPDX-License-Identifier: Apache-2.0
#include "core/cost/node_shares.h"

namespace tideline {

namespace {

bool isOfNodes(const BillLine& line) {
    return !line.service && (line.category == "nodes" || line.category == "auto-mode" || line.category == "disks");
}

}  // namespace

std::map<ServiceId, double> nodeShares(const CostModel& model, const std::map<ServiceId, Capacity>& capacities,
                                       const NodeRoom& room, const Bill& bill) {
    double dollars = 0;
    for (const BillLine& line : bill.lines) {
        dollars += isOfNodes(line) ? approximately(line.exact) : 0;
    }
    std::map<ServiceId, double> shares;
    double whole = 0;
    for (const ServiceFacts& facts : model.services) {
        const auto capacity = capacities.find(facts.profile->id);
        const bool isPod = facts.profile->host == Host::Kubernetes && !facts.rule.onEveryNode;
        if (!isPod || dollars <= 0 || capacity == capacities.end()) {
            continue;
        }
        const PodGroup pod{facts.rule.cpuRequestMillis, facts.rule.memoryMib, 1};
        const double share = capacity->second.meanReplicas * packingShare(pod, room);
        shares[facts.profile->id] = share;
        whole += share;
    }
    for (auto& [id, share] : shares) {
        share = whole > 0 ? dollars * share / whole : 0;
    }
    return shares;
}

}  // namespace tideline
