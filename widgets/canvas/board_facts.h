// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/layout/board_plan.h"

#include <QPointF>
#include <QString>
#include <vector>

namespace tideline {

/// What the head of a lane says, and of its Wasm sub-zone. Dollars are a month's, by the groups of the cost table: the
/// lanes of a group together have its sum.
struct LaneFacts {
    int services = 0;
    double dollars = 0;  ///< of the lane's own group, the Wasm sub-zone with it; outside of what is managed there
    double managedDollars = 0;  ///< of managed services in the core and at the edge: their own group
    int components = 0;
    double componentDollars = 0;
};

/// A pod on a node.
struct NodePod {
    ServiceId service;
    double share = 0;  ///< of the node's room, in the scarcer of CPU and memory
};

/// The rack of nodes at the foot of the first cluster.
struct RackFacts {
    QString title;  ///< "3 × m7g.large, room for 1.4 vCPU"
    double dollars = 0;  ///< of the nodes, a month
    QString shared;  ///< "Shared: control plane $73.00, load balancer $16.43"
    QString next;    ///< "A fourth node is needed from 56 M requests a month"
    std::vector<std::vector<NodePod>> nodes;  ///< those of the busiest hour that are drawn
    double more = 0;  ///< nodes that are not drawn
    int perRow = 3;
    bool empty() const { return nodes.empty() && shared.isEmpty(); }
};

/// Where the parts of a rack stand, in world units below its top.
struct RackPlan {
    static constexpr double kNodeWidth = 136, kNodeHeight = 36, kNodeStep = 148, kRowStep = 44;
    double more = 0;      ///< baseline of "+ 12 more"
    double shared = 0;    ///< baselines of the lines of text
    double next = 0;
    double height = 0;
    /// Upper left corner of a node.
    static QPointF nodeAt(const RackFacts& rack, std::size_t node);
};
RackPlan planOf(const RackFacts& rack);

struct BoardFacts {
    std::vector<LaneFacts> lanes;  ///< in the order of the plan
    RackFacts rack;
    bool hasFigures = false;
};

BoardFacts boardFacts(const Design& design, const BoardPlan& plan, const Analysis& analysis);

/// What a cluster keeps free below its services for the rack.
double footHeight(const RackFacts& rack);

}  // namespace tideline
