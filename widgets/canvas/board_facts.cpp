// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/board_facts.h"

#include "widgets/canvas/card_facts.h"
#include "widgets/look/words.h"
#include "widgets/session/place_totals.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>

namespace tideline {

namespace {

/// "aws.ec2.m7g-large" is sold as m7g.large.
QString nodeTitle(const std::string& price) {
    QString title = QString::fromStdString(price).section(QLatin1Char('.'), -1);
    return title.replace(QLatin1Char('-'), QLatin1Char('.'));
}

QString sharedText(const Design& design, const Bill& bill) {
    std::map<QString, double> sums;
    std::vector<QString> order;
    for (const BillLine& line : bill.lines) {
        if (line.service || line.category == "nodes" || line.monthly.micros == 0 ||
            placeOf(line, design) != Place::Core) {
            continue;
        }
        const QString title = QString::fromStdString(line.category).replace(QLatin1Char('-'), QLatin1Char(' '));
        if (!sums.contains(title)) {
            order.push_back(title);
        }
        sums[title] += line.monthly.dollars();
    }
    QStringList parts;
    for (const QString& title : order) {
        parts << QStringLiteral("%1 %2").arg(title, tableMoney(sums[title]));
    }
    return parts.isEmpty() ? QString() : QStringLiteral("Shared: ") + parts.join(QStringLiteral(", "));
}

/// Replicas of all services on the cluster, given out to the nodes in turn, the largest first onto the emptiest.
std::vector<std::vector<NodePod>> podsOnNodes(const Figures& figures, std::size_t nodes) {
    double whole = 0;
    std::vector<std::pair<double, ServiceId>> pods;
    for (const ServiceProfile& profile : figures.resolved.services) {
        const auto capacity = figures.capacities.find(profile.id);
        if (profile.host != Host::Kubernetes || capacity == figures.capacities.end()) {
            continue;
        }
        const double size = std::max(1.0, profile.number("cpuRequestMillis", 100));
        for (int i = 0; i < static_cast<int>(std::min(50.0, capacity->second.replicas)); ++i) {
            pods.emplace_back(size, profile.id);
            whole += size;
        }
    }
    std::ranges::stable_sort(pods, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::vector<NodePod>> placed(nodes);
    std::vector<double> filled(nodes, 0);
    const double room = std::max(whole / static_cast<double>(nodes) * 1.15, 1.0);
    for (const auto& [size, id] : pods) {
        const auto at = static_cast<std::size_t>(std::ranges::min_element(filled) - filled.begin());
        filled[at] += size;
        placed[at].push_back({id, size / room});
    }
    return placed;
}

RackFacts rackOf(const Figures& figures) {
    RackFacts rack;
    double nodes = 0;
    for (const BillLine& line : figures.bill.lines) {
        if (line.category == "nodes" && !line.service) {
            nodes += approximately(line.units) / figures.bill.hoursPerMonth;
            rack.dollars += line.monthly.dollars();
            rack.title = nodeTitle(line.price);
        }
    }
    rack.shared = sharedText(figures.design, figures.bill);
    if (nodes > 0) {
        const double whole = std::ceil(nodes - 1e-9);
        rack.title = QStringLiteral("%1 \u00d7 %2").arg(countText(whole), rack.title);
        rack.nodes = podsOnNodes(figures, static_cast<std::size_t>(std::clamp(whole, 1.0, 500.0)));
    }
    return rack;
}

}  // namespace

BoardFacts boardFacts(const Design& design, const BoardPlan& plan, const Analysis& analysis) {
    BoardFacts facts;
    facts.lanes.resize(plan.lanes.size());
    facts.hasFigures = analysis.catalog != nullptr;
    const std::vector<Zone> zones = lanesOf(design);
    std::map<ZoneId, std::size_t> indexes;
    for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
        indexes[plan.lanes[i].zone.id] = i;
    }
    for (const Service& service : design.services) {
        const auto at = indexes.find(laneOf(service, design, zones));
        if (at == indexes.end()) {
            continue;
        }
        LaneFacts& lane = facts.lanes[at->second];
        const double dollars = ownDollars(analysis.figures, service.id).value_or(0);
        const bool isComponent = service.host == Host::Wasm && plan.lanes[at->second].wasm;
        ++(isComponent ? lane.components : lane.services);
        (isComponent ? lane.componentDollars : lane.dollars) += dollars;
    }
    const auto cluster = std::ranges::find(plan.lanes, "cluster", [](const LaneArea& lane) { return lane.zone.type; });
    if (cluster != plan.lanes.end()) {
        LaneFacts& lane = facts.lanes[static_cast<std::size_t>(cluster - plan.lanes.begin())];
        for (const BillLine& line : analysis.figures.bill.lines) {
            const bool isCluster = !line.service && placeOf(line, design) == Place::Core;
            lane.dollars += isCluster ? line.monthly.dollars() : 0;
        }
        if (lane.services > 0) {
            facts.rack = rackOf(analysis.figures);
        }
    }
    for (LaneFacts& lane : facts.lanes) {
        lane.dollars += lane.componentDollars;
    }
    return facts;
}

double footHeight(const RackFacts& rack) {
    if (rack.empty()) {
        return 0;
    }
    const double text = rack.shared.isEmpty() ? 0 : 24;
    return rack.nodes.empty() ? text : 72 + text;
}

}  // namespace tideline
