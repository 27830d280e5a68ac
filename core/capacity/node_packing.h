// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace tideline {

/// What pods can have of one node.
struct NodeRoom {
    double cpuMillis = 0, memoryMib = 0, pods = 0;
    bool operator==(const NodeRoom&) const = default;
};

/// Daemons that every cluster runs on each node (domain.md 4: editorial).
inline constexpr NodeRoom kDaemonRoom{150, 200, 4};

/// What is left of a node for pods; never below 0.
NodeRoom roomWithout(NodeRoom room, const NodeRoom& taken);

/// So many pods of one size.
struct PodGroup {
    double cpuMillis = 0, memoryMib = 0;
    double count = 0;
};

/// The part of a node's room that one pod takes: the larger of its shares of CPU and memory.
double packingShare(const PodGroup& pod, const NodeRoom& room);

/// Biggest first: by the larger of the shares of CPU and memory that one pod takes of a node.
void sortForPacking(std::vector<PodGroup>& groups, const NodeRoom& room);

struct Packing {
    double nodes = 0;        ///< by first fit of the biggest first: enough in any case
    double leastNodes = 0;   ///< no packing needs fewer
    double oversized = 0;    ///< pods that no node can hold; each is counted with as many nodes as it would fill
};

/// So many pods of one of the groups.
struct PodCount {
    std::size_t group = 0;
    double count = 0;
};

/// Nodes that hold the same pods.
struct FilledNodes {
    double count = 0;
    std::vector<PodCount> pods;  ///< in the order in which they were placed
    NodeRoom left;
};

/// What `packed` puts where, without pods that no node can hold. As many nodes as `packed` counts without them.
std::vector<FilledNodes> filledNodes(const std::vector<PodGroup>& groups, const NodeRoom& room);

/// Groups must be sorted for packing. CPU, memory and the number of pods are all kept within each node.
Packing packed(const std::vector<PodGroup>& groups, const NodeRoom& room);

}  // namespace tideline
