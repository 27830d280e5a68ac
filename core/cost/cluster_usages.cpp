// SPDX-License-Identifier: Apache-2.0
#include "core/cost/cluster_usages.h"

#include "core/cost/meter_functions.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

/// GB of disk that each node of the account has.
constexpr double kNodeDiskGb = 20;

struct Cluster {
    const CostModel& model;
    const Hosts& hosts;
    BalancerUnits* balancers = nullptr;  ///< there while lines are made

    bool hasPods() const {
        for (std::size_t at = 0; at < hosts.size(); ++at) {
            if (isPod(at)) {
                return true;
            }
        }
        return false;
    }
    bool isPod(std::size_t service) const {
        return hosts[service] == Host::Kubernetes && model.services[service].canBePod;
    }
    bool hasPublicPod() const {
        return std::ranges::any_of(model.openPods, [this](std::size_t at) { return isPod(at); });
    }
    bool billsNodes() const { return hasPods() && model.cluster().billing != "pods"; }
    double zones() const { return std::max(1.0, model.cluster().zones); }
    double hours() const { return model.prices->hoursPerMonth; }
    const std::string& flavour() const { return model.cluster().flavour; }
};

bool needsNat(const Cluster& cluster, std::size_t service) {
    return cluster.hosts[service] == Host::Function && cluster.model.services[service].asksFromVpc;
}

/// Gigabytes over connections.
Measure gigabytesOver(const std::vector<const CallFacts*>& calls, std::string_view noun) {
    std::vector<const Amount*> parts;
    for (const CallFacts* call : calls) {
        parts.push_back(&call->kilobytes);
    }
    return Measure::of(std::make_shared<const Amount>(Amount::sumOf(std::move(parts))), noun).over(1e6);
}

double gateways(const Cluster& cluster) {
    const CostModel& model = cluster.model;
    const bool needed =
        std::ranges::any_of(model.outsideCalls, [&](std::size_t at) { return cluster.isPod(model.calls[at].from); }) ||
        std::ranges::any_of(model.vpcAskers, [&](std::size_t at) { return needsNat(cluster, at); });
    return needed ? cluster.model.cluster().natGateways.value_or(cluster.zones()) : 0;
}

Measures controlPlane(const Cluster& cluster) {
    if (!cluster.hasPods() || cluster.flavour() == "k3s") {
        return {};
    }
    return {Measure::constant(1, "cluster").times(cluster.hours(), "h")};
}

Measures loadBalancer(const Cluster& cluster) {
    if (!cluster.hasPublicPod()) {
        return {};
    }
    return {Measure::constant(1, "load balancer").times(cluster.hours(), "h")};
}

Measures balancerCapacity(const Cluster& cluster) {
    if (!cluster.hasPublicPod()) {
        return {};
    }
    return {cluster.balancers->of(cluster.model, cluster.hosts).times(cluster.hours(), "h")};
}

Measures natHours(const Cluster& cluster) {
    const double count = gateways(cluster);
    return count > 0 ? Measures{Measure::constant(count, "gateways").times(cluster.hours(), "h")} : Measures{};
}

/// Connections that leave through a NAT gateway.
std::vector<const CallFacts*> natCalls(const Cluster& cluster) {
    std::vector<const CallFacts*> calls;
    for (const std::size_t at : cluster.model.outsideCalls) {
        const CallFacts& call = cluster.model.calls[at];
        if (cluster.isPod(call.from) || needsNat(cluster, call.from)) {
            calls.push_back(&call);
        }
    }
    return calls;
}

/// Functions that ask outside although no connection says so: their own payload, once a request.
std::vector<const ServiceFacts*> natFunctionsWithout(const Cluster& cluster,
                                                     const std::vector<const CallFacts*>& calls) {
    std::vector<const ServiceFacts*> functions;
    for (const std::size_t at : cluster.model.vpcAskers) {
        const bool isDrawn = std::ranges::any_of(calls, [at](const CallFacts* call) { return call->from == at; });
        if (needsNat(cluster, at) && !isDrawn) {
            functions.push_back(&cluster.model.services[at]);
        }
    }
    return functions;
}

Measures natData(const Cluster& cluster) {
    if (gateways(cluster) <= 0) {
        return {};
    }
    const std::vector<const CallFacts*> calls = natCalls(cluster);
    Measures measures;
    if (!calls.empty()) {
        measures.push_back(gigabytesOver(calls, "KB to and from outside"));
    }
    for (const ServiceFacts* facts : natFunctionsWithout(cluster, calls)) {
        measures.push_back(
            Measure::of(facts->requests, "requests").times(facts->profile->number("payloadKb"), "KB").over(1e6));
    }
    return measures;
}

Measures publicAddresses(const Cluster& cluster) {
    const double balancer = cluster.hasPublicPod() ? cluster.zones() : 0;  // one in each zone
    const double count = balancer + gateways(cluster);
    return count > 0 ? Measures{Measure::constant(count, "addresses").times(cluster.hours(), "h")} : Measures{};
}

std::vector<const CallFacts*> podCalls(const Cluster& cluster) {
    std::vector<const CallFacts*> calls;
    for (const CallFacts& call : cluster.model.calls) {
        if (cluster.isPod(call.from) && cluster.isPod(call.to)) {
            calls.push_back(&call);
        }
    }
    return calls;
}

NetworkTraffic trafficOver(const std::vector<const CallFacts*>& calls) {
    NetworkTraffic traffic;
    for (const CallFacts* call : calls) {
        traffic.connections.push_back({call, call->kilobytes.at(1.0)});
    }
    return traffic;
}

Measures crossZone(const Cluster& cluster, const std::vector<const CallFacts*>& calls) {
    const double zones = cluster.zones();
    if (calls.empty() || zones <= 1) {
        return {};
    }
    return {gigabytesOver(calls, "KB between pods")
                .times(zones - 1, zones == 2 ? "other zone" : "other zones")
                .over(zones, "zones")
                .times(2, "directions")};
}

Measures crossZone(const Cluster& cluster) {
    return crossZone(cluster, podCalls(cluster));
}

struct ClusterLine {
    std::string_view category, meter, title, price;
    Usage::Source source;
    Measures (*measures)(const Cluster&);
    bool (*isDue)(const Cluster&);  ///< asked for lines that are counted over all nodes
};

bool always(const Cluster&) {
    return true;
}

bool billsNodes(const Cluster& cluster) {
    return cluster.billsNodes();
}

bool isAutoMode(const Cluster& cluster) {
    return cluster.billsNodes() && cluster.flavour() == "eks-auto";
}

constexpr std::string_view kHours = "hours";

/// Dollars of the nodes with graphics cards, at their list price: the fee is due on each machine (cost.md 1.5).
Measures gpuNodeDollars(const Cluster& cluster) {
    Measures all;
    for (const std::size_t at : cluster.model.ownNodePods) {
        const ServiceFacts& facts = cluster.model.services[at];
        const Price* node = cluster.isPod(at)
                                ? cluster.model.listPrice(gpuNodePrice(cluster.model.cluster(), *facts.profile))
                                : nullptr;
        if (node == nullptr || node->unit != kHours || node->userSupplied || node->tiers.empty() ||
            !isAutoMode(cluster)) {
            continue;
        }
        for (Measure measure : gpuNodeHours({cluster.model, facts, Host::Kubernetes})) {
            all.push_back(measure.times(approximately(node->tiers.front().value / node->per), "dollars an hour"));
        }
    }
    return all;
}

bool hasNodeDisks(const Cluster& cluster) {
    constexpr std::array<std::string_view, 3> kWithoutDisks{"eks-fargate", "gke-autopilot", "k3s"};
    return cluster.billsNodes() && std::ranges::find(kWithoutDisks, cluster.flavour()) == kWithoutDisks.end();
}

using enum Usage::Source;

constexpr std::string_view kCrossZone = "cross-az";

constexpr std::array kLines{
    ClusterLine{"control-plane", "controlPlaneHours", "Control plane", "", Metered, controlPlane, always},
    ClusterLine{"nodes", "nodeHours", "Nodes", "", NodeHours, nullptr, billsNodes},
    ClusterLine{"auto-mode", "nodeHours", "Auto Mode", "aws.eks.auto-mode", NodeCost, nullptr, isAutoMode},
    ClusterLine{"auto-mode", "gpuNodeHours", "Auto Mode on GPU nodes", "aws.eks.auto-mode", Metered, gpuNodeDollars,
                always},
    ClusterLine{"disks", "volumeGbMonths", "Node disks (gp3)", "aws.ebs.gp3", NodeDisks, nullptr, hasNodeDisks},
    ClusterLine{"load-balancer", "loadBalancerHours", "Load balancer", "aws.alb.hours", Metered, loadBalancer, always},
    ClusterLine{"lcu", "lcuHours", "Load balancer capacity", "aws.alb.lcu-hours", Metered, balancerCapacity, always},
    ClusterLine{"nat-hours", "natHours", "NAT gateways", "aws.nat.hours", Metered, natHours, always},
    ClusterLine{"nat-data", "natGb", "NAT data", "aws.nat.gb", Metered, natData, always},
    ClusterLine{"ipv4", "ipv4Hours", "Public IPv4 addresses", "aws.ipv4.hours", Metered, publicAddresses, always},
    ClusterLine{kCrossZone, "crossAzGb", "Data between zones", "aws.transfer.cross-az", Metered, crossZone, always},
};

/// Versions older than 14 months cost more.
const char* eksPrice(const Cluster& cluster) {
    return cluster.model.cluster().extendedSupport ? "aws.eks.control-plane-extended" : "aws.eks.control-plane";
}

std::string priceOf(const ClusterLine& line, const Cluster& cluster) {
    if (line.category == "nodes") {
        return cluster.model.cluster().nodePrice;
    }
    if (line.category == "control-plane") {
        if (cluster.flavour().starts_with("gke")) {
            return "gcp.gke.cluster";
        }
        return cluster.flavour() == "aks" ? "azure.aks.standard" : eksPrice(cluster);
    }
    return std::string(line.price);
}

Usage usageOf(const ClusterLine& line, const Cluster& cluster, Measures measures) {
    Usage usage{.title = line.title, .category = line.category, .meter = findMeterRow(line.meter)};
    usage.source = line.source;
    usage.priceKey = priceOf(line, cluster);
    usage.price =
        line.category == "nodes" ? cluster.model.priceIn(usage.priceKey, kHours) : cluster.model.price(usage.priceKey);
    usage.measures = std::move(measures);
    return usage;
}

Usages usagesOf(const Cluster& cluster, std::string_view without) {
    Usages usages;
    for (const ClusterLine& line : kLines) {
        if (line.category == without || cluster.model.isOff(line.category) || !line.isDue(cluster)) {
            continue;
        }
        Measures measures = line.measures != nullptr ? line.measures(cluster) : Measures{};
        if (line.measures == nullptr || !measures.empty()) {
            usages.push_back(usageOf(line, cluster, std::move(measures)));
        }
    }
    return usages;
}

}  // namespace

Usages clusterUsages(const CostModel& model, const Hosts& hosts, BalancerUnits& balancers) {
    return usagesOf({model, hosts, &balancers}, {});
}

Usages clusterUsagesBesideZones(const CostModel& model, const Hosts& hosts, BalancerUnits& balancers) {
    return usagesOf({model, hosts, &balancers}, kCrossZone);
}

bool isZoneLine(const Usage& usage) {
    return usage.category == kCrossZone && usage.service == std::nullopt;
}

std::optional<Usage> zoneUsage(const CostModel& model, const Hosts& hosts, std::size_t service) {
    const Cluster cluster{model, hosts};
    if (model.isOff(kCrossZone) || !cluster.isPod(service)) {
        return std::nullopt;
    }
    std::vector<const CallFacts*> calls;
    for (const std::size_t at : model.services[service].calls) {
        const CallFacts& call = model.calls[at];
        if (cluster.isPod(call.from) && cluster.isPod(call.to)) {
            calls.push_back(&call);
        }
    }
    Measures measures = crossZone(cluster, calls);
    const auto* line = std::ranges::find(kLines, kCrossZone, &ClusterLine::category);
    return measures.empty() ? std::nullopt : std::optional(usageOf(*line, cluster, std::move(measures)));
}

double natGateways(const CostModel& model, const Hosts& hosts) {
    return gateways({model, hosts});
}

NetworkTraffic natTraffic(const CostModel& model, const Hosts& hosts) {
    const Cluster cluster{model, hosts};
    const std::vector<const CallFacts*> calls = natCalls(cluster);
    NetworkTraffic traffic = trafficOver(calls);
    for (const ServiceFacts* facts : natFunctionsWithout(cluster, calls)) {
        traffic.ofNoConnection += facts->requests.at(1.0) * facts->profile->number("payloadKb");
    }
    return traffic;
}

NetworkTraffic zoneTraffic(const CostModel& model, const Hosts& hosts) {
    const Cluster cluster{model, hosts};
    return trafficOver(podCalls(cluster));
}

}  // namespace tideline
