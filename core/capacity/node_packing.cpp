// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/node_packing.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tideline {

namespace {

/// Nodes that are filled alike. `Contents` remembers the pods, or nothing where only the number is wanted.
template <class Contents>
struct NodeGroup {
    double count = 0;
    NodeRoom left;
    [[no_unique_address]] Contents contents;
};

struct NoContents {
    void add(std::size_t, double) {}
};

struct KeptContents {
    std::vector<PodCount> pods;
    void add(std::size_t group, double count) { pods.push_back({group, count}); }
};

double shareOf(double wanted, double available) {
    return wanted / std::max(available, 1e-9);
}

/// The part of a node that one pod takes, in its scarcest dimension.
double sizeOf(const PodGroup& pod, const NodeRoom& room) {
    return std::max(shareOf(pod.cpuMillis, room.cpuMillis), shareOf(pod.memoryMib, room.memoryMib));
}

double timesIn(double wanted, double available) {
    return wanted > 0 ? std::floor(available / wanted + 1e-9) : HUGE_VAL;
}

double podsIn(const PodGroup& pod, const NodeRoom& left) {
    return std::min({timesIn(pod.cpuMillis, left.cpuMillis), timesIn(pod.memoryMib, left.memoryMib), left.pods});
}

NodeRoom filled(NodeRoom left, const PodGroup& pod, double count) {
    return {left.cpuMillis - count * pod.cpuMillis, left.memoryMib - count * pod.memoryMib, left.pods - count};
}

/// Pods of one group and which of the groups it is.
struct Placing {
    const PodGroup& pod;
    std::size_t group;
};

/// `count` nodes like these, each with `pods` more.
template <class Contents>
NodeGroup<Contents> withPods(NodeGroup<Contents> nodes, double count, const Placing& placing, double pods) {
    nodes.count = count;
    nodes.left = filled(nodes.left, placing.pod, pods);
    nodes.contents.add(placing.group, pods);
    return nodes;
}

/// Puts pods into the nodes of one group, each filled before the next. What does not fit stays in `count`.
template <class Contents>
void fill(std::vector<NodeGroup<Contents>>& nodes, std::size_t at, const Placing& placing, double& count) {
    const NodeGroup<Contents> group = nodes[at];
    const double each = podsIn(placing.pod, group.left);
    if (each < 1) {
        return;
    }
    const double full = std::min(group.count, std::floor(count / each));
    const double rest = full < group.count ? std::min(each, count - full * each) : 0;
    const double untouched = group.count - full - (rest > 0 ? 1 : 0);
    std::size_t parts = 0;
    const auto add = [&](NodeGroup<Contents> part) {
        if (parts == 0) {
            nodes[at] = std::move(part);
        } else {
            nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(at + parts), std::move(part));
        }
        ++parts;
    };
    if (full > 0) {
        add(withPods(group, full, placing, each));
    }
    if (rest > 0) {
        add(withPods(group, 1, placing, rest));
    }
    if (untouched > 0) {
        NodeGroup<Contents> others = group;
        others.count = untouched;
        add(std::move(others));
    }
    count -= full * each + rest;
}

double nodesOfOversized(const PodGroup& pod, const NodeRoom& room) {
    const double size = std::max(sizeOf(pod, room), room.pods >= 1 ? 0.0 : 1.0);
    // A node whose daemons leave no room at all: each pod counts as one node, so that the bill stays finite.
    return size < 1e6 ? std::ceil(size - 1e-9) : 1;
}

template <class Contents>
void place(std::vector<NodeGroup<Contents>>& nodes, const Placing& placing, const NodeRoom& room) {
    double count = placing.pod.count;
    for (std::size_t at = 0; at < nodes.size() && count > 0; ++at) {
        const std::size_t before = nodes.size();
        fill(nodes, at, placing, count);
        at += nodes.size() - before;
    }
    const NodeGroup<Contents> empty{0, room, {}};
    const double each = podsIn(placing.pod, room);
    if (const double full = std::floor(count / each); full > 0) {
        nodes.push_back(withPods(empty, full, placing, each));
        count -= full * each;
    }
    if (count > 0) {
        nodes.push_back(withPods(empty, 1, placing, count));
    }
}

double lowerBound(const std::vector<PodGroup>& groups, const NodeRoom& room) {
    double cpu = 0;
    double memory = 0;
    double pods = 0;
    for (const PodGroup& pod : groups) {
        if (podsIn(pod, room) >= 1) {
            cpu += pod.count * pod.cpuMillis;
            memory += pod.count * pod.memoryMib;
            pods += pod.count;
        }
    }
    return std::ceil(
        std::max({shareOf(cpu, room.cpuMillis), shareOf(memory, room.memoryMib), shareOf(pods, room.pods)}) - 1e-9);
}

}  // namespace

NodeRoom roomWithout(NodeRoom room, const NodeRoom& taken) {
    return {std::max(0.0, room.cpuMillis - taken.cpuMillis), std::max(0.0, room.memoryMib - taken.memoryMib),
            std::max(0.0, room.pods - taken.pods)};
}

double packingShare(const PodGroup& pod, const NodeRoom& room) {
    return sizeOf(pod, room);
}

void sortForPacking(std::vector<PodGroup>& groups, const NodeRoom& room) {
    std::ranges::sort(groups, [&room](const PodGroup& a, const PodGroup& b) {
        return std::tuple(sizeOf(a, room), a.cpuMillis, a.memoryMib) >
               std::tuple(sizeOf(b, room), b.cpuMillis, b.memoryMib);
    });
}

Packing packed(const std::vector<PodGroup>& groups, const NodeRoom& room) {
    Packing packing;
    std::vector<NodeGroup<NoContents>> nodes;
    nodes.reserve(3 * groups.size());
    double aside = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const PodGroup& pod = groups[group];
        if (pod.count <= 0) {
            continue;
        }
        if (podsIn(pod, room) < 1) {
            packing.oversized += pod.count;
            aside += pod.count * nodesOfOversized(pod, room);
        } else {
            place(nodes, {pod, group}, room);
        }
    }
    for (const NodeGroup<NoContents>& group : nodes) {
        packing.nodes += group.count;
    }
    packing.nodes += aside;
    packing.leastNodes = lowerBound(groups, room) + aside;
    return packing;
}

std::vector<FilledNodes> filledNodes(const std::vector<PodGroup>& groups, const NodeRoom& room) {
    std::vector<NodeGroup<KeptContents>> nodes;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups[group].count > 0 && podsIn(groups[group], room) >= 1) {
            place(nodes, {groups[group], group}, room);
        }
    }
    std::vector<FilledNodes> filled;
    for (NodeGroup<KeptContents>& group : nodes) {
        filled.push_back({group.count, std::move(group.contents.pods), group.left});
    }
    return filled;
}

}  // namespace tideline
