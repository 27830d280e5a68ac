// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/traffic/call_graph.h"

namespace tideline {

/// A strongly connected part of the graph with more than one service, or with a connection to itself.
struct Circle {
    std::vector<std::size_t> members;   ///< positions of services, rising
    std::vector<std::size_t> calls;     ///< positions of the calls between members
    double gain = 0;                    ///< largest eigenvalue; for a simple circle the product of the factors
    bool isDamped = false;              ///< the load converges; decided exactly unless the circle is large and dense
    std::vector<std::size_t> leadBack;  ///< calls that are not followed; empty where the load converges
};

/// `depth` says how many steps each service is away from the entries.
Circle circleOf(const CallGraph& graph, const std::vector<std::size_t>& members, const std::vector<std::size_t>& depth);

/// Loads of the members where `arriving` comes from outside of the circle, both in the order of the members. Exact; only
/// large dense circles (see Elimination::TooLarge) are solved by iteration in floating point.
std::vector<Exact> solvedCircle(const CallGraph& graph, const Circle& circle, const std::vector<Exact>& arriving);

}  // namespace tideline
