// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/capacity/capacity.h"
#include "core/capacity/node_packing.h"
#include "core/catalog/resolved_design.h"
#include "core/cost/bill.h"
#include "core/cost/connection_costs.h"
#include "core/cost/cost_curve.h"
#include "core/cost/node_plan.h"
#include "core/traffic/flow.h"

#include <map>

namespace tideline {

/// What a service would cost the whole design on another host: the design billed again with this one moved.
struct HostOption {
    Host host = Host::Kubernetes;
    bool possible = false;
    std::string rule, reason;  ///< why not possible
    Money monthly;             ///< of the whole design with the service there; 0 where not possible
    Money difference;          ///< against the design as drawn; negative = saves
    Money own;                 ///< lines of the service itself there
    std::string unpriced;  ///< titles of its lines there that no book has a price for, with commas; empty = all have
};

/// Pods of one service on one node.
struct NodePods {
    ServiceId service;
    double count = 0;
    double share = 0;  ///< of the node's room, that one of them takes of the scarcer of CPU and memory
};

/// One node of the busiest hour.
struct NodeFigures {
    std::vector<NodePods> pods;
    NodeRoom left;
};

/// The nodes of the cluster at the drawn traffic.
struct ClusterFigures {
    static constexpr std::size_t kListedNodes = 9;

    /// A service with a pod that no node can hold.
    struct Oversized {
        ServiceId service;
        double cpuMillis = 0, memoryMib = 0;  ///< what one of its pods asks for
    };

    NodeNeed need;  ///< by the pods, whatever is billed
    std::vector<Oversized> oversized;
    std::optional<double> fixedNodes;  ///< set by hand: fewer than need.peakNodes cannot hold the pods
    double billedNodes = 0;  ///< mean of the month
    std::vector<NodeFigures> nodes;  ///< the first ones of the busiest hour, at most kListedNodes
    std::optional<double> nextNodeFrom;  ///< requests a month at which the busiest hour needs one more; absent where
        ///< that is far off, the number is set by hand, or nothing follows the load
    bool knowsItsRoom = true;  ///< false: the node price says nothing about its room; an m7g.large is assumed
};

/// Every number that follows from a design, each computed from those above it.
struct Figures {
    Design design;
    ResolvedDesign resolved;
    Flow flow;
    std::map<ServiceId, Capacity> capacities;  ///< services on Kubernetes and functions
    std::optional<ClusterFigures> cluster;  ///< absent: no pods
    Bill bill;
    std::map<ServiceId, double> nodeDollars;  ///< a month: shares of the nodes, on top of the service's own lines
    std::map<ConnectionId, ConnectionCost> connections;  ///< between known kinds
    Curves curves;
    std::map<ServiceId, std::vector<HostOption>> options;  ///< in the order of kHosts; known kinds only
};

/// `prices` is the book with all overrides applied.
Figures figuresOf(Design design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range = {});

/// The bill at another load: every entry times N / requests per month, but for jobs (decisions.md 1). No curves. A
/// design without requests of users is billed as it is drawn.
Bill billAt(const Design& design, const Catalog& catalog, const PriceBook& prices, double requestsPerMonth);

/// The design with its workloads where the curve of this key has them ("all-kubernetes", ...; decisions.md 2). Other
/// keys give it as it is drawn.
Design placedForCurve(const Design& design, const Catalog& catalog, const PriceBook& prices, std::string_view curve);

/// The curves alone, for another range. Crossovers are those from range.from to range.to.
Curves curvesOf(const Design& design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range);

}  // namespace tideline
