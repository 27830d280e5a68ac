// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

namespace tideline {

void checkNodesTooFew(const Figures& figures, Findings& findings) {
    if (!figures.cluster || !figures.cluster->fixedNodes ||
        *figures.cluster->fixedNodes >= figures.cluster->need.peakNodes) {
        return;
    }
    const double nodes = *figures.cluster->fixedNodes;
    findings.push_back(
        found({},
              fmt::format("The cluster has {} node{}, but the pods of the busiest hour need {}.", numberText(nodes),
                          nodes == 1 ? "" : "s", numberText(figures.cluster->need.peakNodes)),
              "Raise the number of nodes, or let it follow the pods."));
}

void checkPodOverNode(const Figures& figures, Findings& findings) {
    if (!figures.cluster || figures.cluster->need.oversized <= 0) {
        return;
    }
    const NodeNeed& need = figures.cluster->need;
    findings.push_back(found({},
                             fmt::format("{} pod{} more than a node has: {} m of CPU and {} MiB of memory.",
                                         numberText(need.oversized), need.oversized == 1 ? " asks for" : "s ask for",
                                         numberText(need.room.cpuMillis, 0), numberText(need.room.memoryMib, 0)),
                             "Choose a larger node, or let the pods ask for less."));
}

void checkNodeRoomUnknown(const Figures& figures, Findings& findings) {
    if (!figures.cluster || figures.cluster->knowsItsRoom) {
        return;
    }
    findings.push_back(found({},
                             fmt::format("The price '{}' says nothing about the room of a node; that of an m7g.large "
                                         "is assumed.",
                                         shownText(figures.design.settings.cluster.nodePrice)),
                             "Choose a node that a price book describes, or add its room to yours."));
}

}  // namespace tideline
