// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/node_packing.h"

#include "tests/support/catch.h"

#include <algorithm>

using namespace tideline;

namespace {

constexpr NodeRoom kM7gLarge{1930, 6844, 29};

Packing pack(std::vector<PodGroup> groups, const NodeRoom& room) {
    sortForPacking(groups, room);
    return packed(groups, room);
}

}  // namespace

TEST_CASE("the core of the order platform fits seven nodes and no fewer") {
    const NodeRoom room = roomWithout(kM7gLarge, kDaemonRoom);
    CHECK(room == NodeRoom{1780, 6644, 25});
    const Packing packing =
        pack({{250, 256, 3}, {500, 512, 9}, {1000, 4096, 1}, {70, 1024, 1}, {1000, 4096, 3}, {500, 1024, 3}}, room);
    CHECK(packing.nodes == 7);
    CHECK(packing.leastNodes == 7);
    CHECK(packing.oversized == 0);
}

TEST_CASE("nodes are full when CPU or memory or the number of pods is used up") {
    const NodeRoom room{1000, 1000, 10};
    CHECK(pack({{400, 100, 5}}, room).nodes == 3);
    CHECK(pack({{100, 400, 5}}, room).nodes == 3);
    CHECK(pack({{1, 1, 21}}, room).nodes == 3);
    CHECK(pack({}, room).nodes == 0);
}

TEST_CASE("the nodes with their pods are those that are counted") {
    const NodeRoom room = roomWithout(kM7gLarge, kDaemonRoom);
    std::vector<PodGroup> groups{{250, 256, 3}, {500, 512, 9}, {1000, 4096, 4}, {70, 1024, 1}, {500, 1024, 3}};
    sortForPacking(groups, room);
    double nodes = 0;
    std::vector<double> placed(groups.size(), 0);
    for (const FilledNodes& alike : filledNodes(groups, room)) {
        NodeRoom taken = room;
        for (const PodCount& pods : alike.pods) {
            placed[pods.group] += pods.count * alike.count;
            taken.cpuMillis -= pods.count * groups[pods.group].cpuMillis;
            taken.memoryMib -= pods.count * groups[pods.group].memoryMib;
            taken.pods -= pods.count;
        }
        CHECK(taken == alike.left);
        CHECK(std::min({alike.left.cpuMillis, alike.left.memoryMib, alike.left.pods}) >= 0);
        nodes += alike.count;
    }
    CHECK(nodes == packed(groups, room).nodes);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        CHECK(placed[group] == groups[group].count);
    }
}

TEST_CASE("small pods fill the gaps that big ones leave") {
    const NodeRoom room{1000, 1000, 100};
    const Packing packing = pack({{600, 600, 2}, {300, 300, 2}, {100, 100, 2}}, room);
    CHECK(packing.nodes == 2);
    CHECK(packing.leastNodes == 2);
}

TEST_CASE("a pod that no node can hold counts as many nodes as it would fill") {
    const Packing packing = pack({{2000, 4096, 1}, {100, 100, 1}}, {1780, 6644, 25});
    CHECK(packing.oversized == 1);
    CHECK(packing.nodes == 3);
    CHECK(packing.leastNodes == 3);
}

TEST_CASE("daemons that leave no room do not make the bill endless") {
    const Packing packing = pack({{100, 100, 4}}, roomWithout({100, 100, 2}, kDaemonRoom));
    CHECK(packing.oversized == 4);
    CHECK(packing.nodes == 4);
}
