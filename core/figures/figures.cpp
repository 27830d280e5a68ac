// SPDX-License-Identifier: Apache-2.0
#include "core/figures/figures.h"

#include "core/capacity/queue_drain.h"
#include "core/cost/bill_lines.h"
#include "core/cost/curve_placement.h"
#include "core/cost/node_shares.h"
#include "core/figures/design_model.h"
#include "core/figures/host_options.h"
#include "core/figures/load_sweep.h"

#include <future>

namespace tideline {

namespace {

/// Readers of a stream are no more at work than it has partitions (domain.md 4).
void addPartitions(std::map<ServiceId, Capacity>& capacities, const CostModel& model) {
    for (const CallFacts& call : model.calls) {
        const ServiceProfile& stream = *model.services[call.from].profile;
        const ServiceProfile& reader = *model.services[call.to].profile;
        const auto capacity = capacities.find(reader.id);
        if (stream.role != Role::Channel || !stream.has("partitions") || capacity == capacities.end()) {
            continue;
        }
        capacity->second.partitions = stream.number("partitions");
        capacity->second.partitionsNeeded = partitionsFor(capacity->second.rate, reader.number("durationMs") / 1000);
    }
}

std::map<ServiceId, Capacity> capacitiesOf(const CostModel& model) {
    std::map<ServiceId, Capacity> capacities;
    for (const ServiceFacts& facts : model.services) {
        const Host host = facts.profile->host;
        if (host == Host::Kubernetes || host == Host::Function) {
            capacities.emplace(facts.profile->id, capacityOf(*facts.profile, *facts.load, facts.rule, model.hours));
        }
    }
    addPartitions(capacities, model);
    return capacities;
}

std::optional<ClusterFigures> clusterOf(BillModel& bill) {
    NodePlan& nodes = bill.nodes();
    if (!nodes.hasPods()) {
        return std::nullopt;
    }
    double steps = 0;
    const CostModel& model = bill.model();
    ClusterFigures cluster{.need = nodes.needAt({}),
                           .fixedNodes = model.cluster().nodes,
                           .billedNodes = nodes.nodesOfWeek({}, steps) / kHoursOfWeek,
                           .knowsItsRoom = nodes.knowsItsRoom()};
    for (const PlacedNode& placed : nodes.nodesAtPeak({}, ClusterFigures::kListedNodes)) {
        NodeFigures node{.pods = {}, .left = placed.left};
        for (const PlacedPods& pods : placed.pods) {
            node.pods.push_back({model.services[pods.service].profile->id, pods.count, pods.share});
        }
        cluster.nodes.push_back(std::move(node));
    }
    for (const ServiceFacts& facts : model.services) {
        const bool isOnNodes = facts.profile->host == Host::Kubernetes && facts.canBePod && !facts.hasOwnNodes;
        const ReplicaRule& rule = facts.rule;
        const NodeRoom& room = cluster.need.room;
        if (isOnNodes && !rule.onEveryNode &&
            (rule.cpuRequestMillis > room.cpuMillis || rule.memoryMib > room.memoryMib)) {
            cluster.oversized.push_back({facts.profile->id, rule.cpuRequestMillis, rule.memoryMib});
        }
    }
    if (!cluster.fixedNodes && model.drawnRequests > 0) {
        constexpr double kFar = 64;  // times the drawn load
        const std::optional<double> times = nodes.nextNodeAt({}, kFar);
        cluster.nextNodeFrom = times ? std::optional(*times * model.drawnRequests) : std::nullopt;
    }
    return cluster;
}

}  // namespace

Figures figuresOf(Design design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range) {
    Figures figures;
    figures.design = std::move(design);
    DesignModel model(figures.design, catalog, prices);
    {
        const Hosts hosts = drawnHosts(model.cost());
        HostOptions options(model.cost(), hosts);
        // Beside the rest, with lines of its own: all that the two share is the model, and nobody changes that.
        std::future<Curves> curves = std::async(std::launch::async, [&model = model.cost(), &range, &hosts, &options] {
            UsageShelf shelf(model);
            BillModel drawn(shelf, hosts);
            Curves swept = sweepOf(shelf, drawn, range);
            options.bill(shelf, drawn);
            return swept;
        });
        BillModel drawn(model.shelf(), hosts);
        figures.capacities = capacitiesOf(model.cost());
        figures.cluster = clusterOf(drawn);
        figures.bill = billOf(drawn, {}, model.cost().drawnRequests);
        if (figures.cluster) {
            figures.nodeDollars =
                nodeShares(model.cost(), figures.capacities, figures.cluster->need.room, figures.bill);
        }
        figures.connections = connectionCosts(drawn, figures.bill);
        options.bill(model.shelf(), drawn);
        figures.curves = curves.get();
        figures.options = options.take(figures.bill);
    }
    figures.resolved = model.takeResolved();
    figures.flow = model.takeFlow();
    return figures;
}

Bill billAt(const Design& design, const Catalog& catalog, const PriceBook& prices, double requestsPerMonth) {
    DesignModel model(design, catalog, prices);
    BillModel bill(model.shelf(), drawnHosts(model.cost()));
    const double drawn = model.cost().drawnRequests;
    return billOf(bill, {requestsPerMonth, drawn}, drawn > 0 ? requestsPerMonth : drawn);
}

Design placedForCurve(const Design& design, const Catalog& catalog, const PriceBook& prices, std::string_view curve) {
    const CurveKind* kind = findCurveKind(curve);
    if (kind == nullptr) {
        return design;
    }
    const DesignModel model(design, catalog, prices);
    const CurvePlacement placement = placedOn(*kind, model.cost());
    Design placed = design;
    for (std::size_t at = 0; at < placement.hosts.size(); ++at) {
        const ServiceProfile& profile = *model.cost().services[at].profile;
        if (profile.host != placement.hosts[at]) {
            Service service = *design.services.find(profile.id);
            service.host = placement.hosts[at];
            placed.services.put(std::move(service));
        }
    }
    return placed;
}

Curves curvesOf(const Design& design, const Catalog& catalog, const PriceBook& prices, const CurveRange& range) {
    DesignModel model(design, catalog, prices);
    BillModel drawn(model.shelf(), drawnHosts(model.cost()));
    return sweepOf(model.shelf(), drawn, range);
}

}  // namespace tideline
