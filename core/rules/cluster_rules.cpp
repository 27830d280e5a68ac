// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"

#include <fmt/format.h>

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
    if (!figures.cluster) {
        return;
    }
    const NodeRoom& room = figures.cluster->need.room;
    for (const ClusterFigures::Oversized& pods : figures.cluster->oversized) {
        const Service* service = figures.design.services.find(pods.service);
        std::vector<std::string> wants, has;
        if (pods.cpuMillis > room.cpuMillis) {
            wants.push_back(fmt::format("{} m of CPU", numberText(pods.cpuMillis, 0)));
            has.push_back(fmt::format("{} m", numberText(room.cpuMillis, 0)));
        }
        if (pods.memoryMib > room.memoryMib) {
            wants.push_back(fmt::format("{} MiB of memory", numberText(pods.memoryMib, 0)));
            has.push_back(fmt::format("{} MiB", numberText(room.memoryMib, 0)));
        }
        findings.push_back(found(pods.service,
                                 fmt::format("A pod of '{}' asks for {}, more than the {} of a node.",
                                             service == nullptr ? pods.service.text : service->name,
                                             fmt::join(wants, " and "), fmt::join(has, " and ")),
                                 "Choose a larger node, or let it ask for less."));
    }
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
