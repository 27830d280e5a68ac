// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/board_facts.h"

#include "core/cost/category.h"
#include "widgets/look/words.h"
#include "widgets/session/place_totals.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace tideline {

namespace {

/// "aws.ec2.m7g-large" is sold as m7g.large.
QString nodeTitle(const std::string& price) {
    QString title = QString::fromStdString(price).section(QLatin1Char('.'), -1);
    return title.replace(QLatin1Char('-'), QLatin1Char('.'));
}

/// Categories as they read in one line: "load balancer" has its hours and its capacity.
QString categoryWord(const std::string& key) {
    const BillCategory* category = findBillCategory(key == "lcu" ? "load-balancer" : key);
    QString word = category == nullptr ? QString::fromStdString(key)
                                       : QString::fromUtf8(category->title.data(), qsizetype(category->title.size()));
    const bool isName = std::any_of(word.cbegin() + std::min<qsizetype>(1, word.size()), word.cend(),
                                    [](QChar letter) { return letter.isUpper(); });
    if (!isName && !word.isEmpty()) {
        word[0] = word[0].toLower();
    }
    return word;
}

QString sharedText(const Design& design, const Bill& bill) {
    std::map<QString, double> sums;
    std::vector<QString> order;
    for (const BillLine& line : bill.lines) {
        if (line.service || line.category == "nodes" || line.monthly.micros == 0 ||
            placeOf(line, design) != Place::Core) {
            continue;
        }
        const QString title = categoryWord(line.category);
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

std::vector<NodePod> podsOf(const NodeFigures& node) {
    std::vector<NodePod> pods;
    for (const NodePods& placed : node.pods) {
        for (double number = 0; number < placed.count; ++number) {
            pods.push_back({placed.service, placed.share});
        }
    }
    return pods;
}

/// "3 × m7g.large", how many there are on average where that differs, and what is free on them.
QString nodesText(const ClusterFigures& cluster, double nodes, double mean, const QString& name) {
    QString text = QStringLiteral("%1 \u00d7 %2").arg(countText(nodes), name);
    if (mean < nodes - 0.05) {
        text += QStringLiteral(" at the peak, %1 on average").arg(numberText(std::round(mean * 10) / 10));
    }
    const double free = nodes * cluster.need.room.cpuMillis - cluster.need.peakCpuMillis;
    if (free > 0) {
        text += QStringLiteral(", room for %1 vCPU").arg(numberText(std::round(free / 100) / 10));
    }
    return text;
}

QString nextText(const ClusterFigures& cluster, double nodes, double perNode, bool isAutoscaled) {
    static constexpr std::array kOrdinals{"first", "second",  "third",  "fourth", "fifth",
                                          "sixth", "seventh", "eighth", "ninth",  "tenth"};
    if (!cluster.nextNodeFrom) {
        return {};
    }
    const auto at = static_cast<std::size_t>(nodes);
    const QString which = at >= kOrdinals.size() ? QStringLiteral("One node more")
                          : at == 7              ? QStringLiteral("An eighth node")
                                                 : QStringLiteral("A %1 node").arg(QString::fromLatin1(kOrdinals[at]));
    const QString money = isAutoscaled ? QString() : QStringLiteral(" (+%1)").arg(tableMoney(perNode));
    return QStringLiteral("%1%2 is needed from %3 requests a month")
        .arg(which, money, requestsText(*cluster.nextNodeFrom));
}

RackFacts rackOf(const Figures& figures, double laneWidth) {
    RackFacts rack;
    double mean = 0;
    QString name;
    for (const BillLine& line : figures.bill.lines) {
        if (line.category == "nodes" && !line.service && !line.price.empty()) {
            mean += approximately(line.units) / figures.bill.hoursPerMonth;
            rack.dollars += line.monthly.dollars();
            name = nodeTitle(line.price);
        }
    }
    rack.shared = sharedText(figures.design, figures.bill);
    rack.perRow = std::max(1, static_cast<int>((laneWidth - 2 * kLanePadding + 12) / RackPlan::kNodeStep));
    if (mean <= 0 || !figures.cluster) {
        return rack;
    }
    constexpr double kMostDrawn = 9;
    constexpr std::size_t kDrawnOfMany = 3;
    const ClusterFigures& cluster = *figures.cluster;
    const double nodes = std::max(1.0, std::ceil(cluster.fixedNodes.value_or(cluster.need.peakNodes)));
    for (const NodeFigures& node : cluster.nodes) {
        rack.nodes.push_back(podsOf(node));
    }
    rack.nodes.resize(nodes > kMostDrawn ? kDrawnOfMany : static_cast<std::size_t>(nodes));
    rack.more = nodes - static_cast<double>(rack.nodes.size());
    rack.title = nodesText(cluster, nodes, mean, name);
    rack.next = nextText(cluster, nodes, rack.dollars / mean, figures.design.settings.cluster.autoscaled);
    return rack;
}

bool takes(const LaneArea& lane, Place place) {
    switch (place) {
    case Place::Core: return lane.zone.type == "cluster" || lane.zone.type == "edge-site";
    case Place::Functions: return lane.zone.type == "functions";
    case Place::Wasm: return lane.zone.type == "functions" || lane.zone.type == "wasm" || lane.zone.type == "edge-site";
    case Place::Bus: return lane.zone.type == "bus";
    case Place::Managed:
    case Place::Other: break;
    }
    return false;
}

/// The lane whose head counts money of the place: that of the service where it fits, else the first that does.
std::optional<std::size_t> laneFor(Place place, const BoardPlan& plan, std::optional<std::size_t> own) {
    if (own && takes(plan.lanes[*own], place)) {
        return own;
    }
    const auto first = std::ranges::find_if(plan.lanes, [&](const LaneArea& lane) { return takes(lane, place); });
    return first == plan.lanes.end() ? std::nullopt : std::optional<std::size_t>(first - plan.lanes.begin());
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
    std::map<ServiceId, std::size_t> laneAt;
    for (const Service& service : design.services) {
        const auto at = indexes.find(laneOf(service, design, zones));
        if (at != indexes.end()) {
            LaneFacts& lane = facts.lanes[at->second];
            ++(service.host == Host::Wasm && plan.lanes[at->second].wasm ? lane.components : lane.services);
            laneAt[service.id] = at->second;
        }
    }
    for (const BillLine& line : analysis.figures.bill.lines) {
        const Place place = placeOf(line, design);
        const auto own = line.service ? laneAt.find(*line.service) : laneAt.end();
        const bool isManaged = place == Place::Managed && own != laneAt.end();
        const std::optional<std::size_t> lane =
            isManaged ? std::optional(own->second)
                      : laneFor(place, plan, own == laneAt.end() ? std::nullopt : std::optional(own->second));
        if (lane) {
            const double dollars = line.monthly.dollars();
            const bool isAside = isManaged && plan.lanes[*lane].zone.type != "external";  // outside is nothing else
            (isAside ? facts.lanes[*lane].managedDollars : facts.lanes[*lane].dollars) += dollars;
            facts.lanes[*lane].componentDollars += place == Place::Wasm ? dollars : 0;
        }
    }
    if (const std::optional<std::size_t> cluster = laneFor(Place::Core, plan, std::nullopt)) {
        if (facts.lanes[*cluster].services > 0) {
            facts.rack = rackOf(analysis.figures, plan.lanes[*cluster].area.width);
        }
    }
    return facts;
}

QPointF RackPlan::nodeAt(const RackFacts& rack, std::size_t node) {
    constexpr double kHead = 22;
    const auto perRow = static_cast<std::size_t>(rack.perRow);
    return {static_cast<double>(node % perRow) * kNodeStep, kHead + static_cast<double>(node / perRow) * kRowStep};
}

RackPlan planOf(const RackFacts& rack) {
    constexpr double kLine = 15;
    RackPlan plan;
    double y = rack.nodes.empty() ? 0 : RackPlan::nodeAt(rack, rack.nodes.size() - 1).y() + RackPlan::kRowStep;
    plan.more = y + 8;
    y += rack.more > 0 ? kLine : 0;
    plan.shared = y + 11;
    y += rack.shared.isEmpty() ? 0 : kLine;
    plan.next = y + 11;
    y += rack.next.isEmpty() ? 0 : kLine;
    plan.height = rack.empty() ? 0 : y + 8;
    return plan;
}

double footHeight(const RackFacts& rack) {
    return planOf(rack).height;
}

}  // namespace tideline
