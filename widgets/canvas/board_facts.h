// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/layout/board_plan.h"

#include <QString>
#include <vector>

namespace tideline {

/// What the head of a lane says, and of its Wasm sub-zone.
struct LaneFacts {
    int services = 0;
    double dollars = 0;  ///< a month: lines of its services, and the cluster's shared ones in the first cluster
    int components = 0;
    double componentDollars = 0;
};

/// The pods that stand on a node, as wide as their share.
struct NodePod {
    ServiceId service;
    double share = 0;
};

/// The rack of nodes at the foot of the first cluster.
struct RackFacts {
    QString title;      ///< "3 × m7g.large"
    double dollars = 0;  ///< of the nodes, a month
    QString shared;     ///< "Shared: control plane $73.00, load balancer $16.43"
    std::vector<std::vector<NodePod>> nodes;
    bool empty() const { return nodes.empty() && shared.isEmpty(); }
};

struct BoardFacts {
    std::vector<LaneFacts> lanes;  ///< in the order of the plan
    RackFacts rack;
    bool hasFigures = false;
};

BoardFacts boardFacts(const Design& design, const BoardPlan& plan, const Analysis& analysis);

/// What a cluster keeps free below its services for the rack.
double footHeight(const RackFacts& rack);

}  // namespace tideline
