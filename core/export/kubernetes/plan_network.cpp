// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"
#include "core/export/kubernetes/options.h"

#include <algorithm>

namespace tideline {
namespace {

NetworkRule addresses(std::string cidr, std::vector<int> ports) {
    NetworkRule rule;
    rule.cidr = std::move(cidr);
    rule.ports = std::move(ports);
    return rule;
}

// Every address but the one from which a node hands out its own rights.
NetworkRule internet(std::vector<int> ports) {
    NetworkRule rule = addresses("0.0.0.0/0", std::move(ports));
    rule.except = {"169.254.169.254/32"};
    return rule;
}

NetworkRule nameSpaceRule(std::string_view nameSpace, std::vector<int> ports) {
    NetworkRule rule;
    rule.nameSpace = nameSpace;
    rule.ports = std::move(ports);
    return rule;
}

NetworkRule serviceRule(const Workload& service, std::vector<int> ports) {
    NetworkRule rule;
    rule.service = service.name;
    rule.serviceLabel = service.podLabel();
    rule.ports = std::move(ports);
    return rule;
}

// Where the proxies of the gateways run: Istio's beside the gateway, Traefik of K3s with the system.
std::string_view proxyNamespace(const CorePlan& plan) {
    return plan.settings().k3s ? std::string_view("kube-system") : kGatewayNamespace;
}

NetworkRule collectorRule(const std::string& service) {
    NetworkRule rule;
    rule.service = service;
    rule.ports = {4317};
    return rule;
}

void add(std::vector<NetworkRule>& rules, NetworkRule rule) {
    if (std::ranges::count(rules, rule) == 0) {
        rules.push_back(std::move(rule));
    }
}

void allowInCluster(Workload& client, Workload& server) {
    const WorkloadPort* port = server.mainPort();
    if (server.shape == WorkloadShape::Claim) {
        return;  // the node mounts it, not the pod
    }
    if (server.shape == WorkloadShape::Knative) {
        add(client.egress, nameSpaceRule(kKnativeGatewayNamespace, {8081}));
    } else if (port != nullptr) {
        add(client.egress, serviceRule(server, {port->container}));
        add(server.ingress, serviceRule(client, {port->container}));
    }
}

// A database of the provider answers on the port of its protocol, its brokers on theirs; everything else of the
// provider speaks HTTPS.
void allowOutside(const CorePlan& plan, Workload& client, const ServiceProfile& server) {
    if (isManagedKafka(server)) {
        add(client.egress, addresses(plan.settings().vpcCidr, {kSignedKafkaPort}));
        return;
    }
    const bool isStore =
        server.role == Role::Store && !server.kind->ports.empty() && !makesResource(server, "AWS::DynamoDB::Table");
    if (isStore && server.kind->ports.front().appProtocol.empty()) {
        add(client.egress, internet({server.kind->ports.front().port}));
        return;
    }
    add(client.egress, internet({443}));
}

void allowFromOutside(const CorePlan& plan, Workload& server, const ServiceProfile& client) {
    // Functions that are joined to the VPC come from its private range.
    const WorkloadPort* port = server.mainPort();
    const bool comesByGateway = !server.routes.empty();
    if (port != nullptr && !comesByGateway && client.host != Host::Wasm && client.role != Role::External) {
        add(server.ingress, addresses(plan.settings().vpcCidr, {port->container}));
        server.podsHost = plan.bridge.coreHost(server.profile->id);
    }
}

void allowCall(CorePlan& plan, const CallEnds& call) {
    Workload* client = plan.find(call.client->id);
    Workload* server = plan.find(call.server->id);
    if (client != nullptr && server != nullptr) {
        allowInCluster(*client, *server);
    } else if (client != nullptr && call.server->host != Host::Kubernetes) {
        allowOutside(plan, *client, *call.server);
    } else if (server != nullptr) {
        allowFromOutside(plan, *server, *call.client);
    }
}

// A job has no port and a reader may have no caller: nobody but its own pods reaches it, and the rule says so.
void closeIngress(Workload& workload) {
    if (workload.ingress.empty()) {
        add(workload.ingress, serviceRule(workload, {}));
    }
}

void allowPlatform(CorePlan& plan, Workload& workload) {
    for (const WorkloadRoute& route : workload.routes) {
        const auto port = std::ranges::find(workload.ports, route.port, &WorkloadPort::service);
        if (port != workload.ports.end()) {
            add(workload.ingress, nameSpaceRule(proxyNamespace(plan), {port->container}));
        }
    }
    if (plan.bridge.identity(workload.profile->id) != nullptr) {
        add(workload.egress, internet({443}));
        add(workload.egress, addresses("169.254.170.23/32", {80}));  // the agent of EKS Pod Identity
    }
    const auto isWorkerOfTemporal = [](const auto& each) { return each.first == "TEMPORAL_ADDRESS"; };
    if (std::ranges::any_of(workload.environment, isWorkerOfTemporal)) {
        add(workload.egress, nameSpaceRule("temporal", {7233}));
    }
    const auto sendsTraces = [](const auto& each) { return each.first == "OTEL_EXPORTER_OTLP_ENDPOINT"; };
    if (std::ranges::any_of(workload.environment, sendsTraces)) {
        const bool isOwn = !plan.collector.empty();
        add(workload.egress, isOwn ? collectorRule(plan.collector) : nameSpaceRule(kMonitoringNamespace, {4317}));
        const auto drawn = std::ranges::find(plan.workloads, plan.collector, &Workload::name);
        if (drawn != plan.workloads.end()) {
            add(drawn->ingress, serviceRule(workload, {4317}));
        }
    }
}

// Requests come through Knative's gateway, or its activator while no pod is there, to the proxy beside the container.
void allowKnative(Workload& workload) {
    const std::vector<int> proxyPorts{8012, 8013, 8022, 9090, 9091};
    add(workload.ingress, nameSpaceRule(kKnativeNamespace, proxyPorts));
    add(workload.ingress, nameSpaceRule(kKnativeGatewayNamespace, {8012, 8013}));
}

void closeNetwork(Workload& workload) {
    if (workload.shape == WorkloadShape::Knative) {
        allowKnative(workload);
    }
    if (!workload.metricsPort.empty()) {
        const WorkloadPort* port = workload.port(workload.metricsPort);
        add(workload.ingress, nameSpaceRule(kMonitoringNamespace, {port->container}));
    }
    closeIngress(workload);
}

// In a mesh without sidecars the bytes between pods travel over one port, and the kubelet's probes come from an address
// of their own (Istio: ambient mode and NetworkPolicy).
void joinMesh(Workload& workload) {
    constexpr int kMeshPort = 15008;
    for (std::vector<NetworkRule>* rules : {&workload.ingress, &workload.egress}) {
        for (NetworkRule& rule : *rules) {
            const bool isOfMesh = !rule.service.empty() || rule.nameSpace == kGatewayNamespace;
            if (isOfMesh && !rule.ports.empty()) {
                rule.ports.push_back(kMeshPort);
            }
        }
    }
    add(workload.ingress, addresses(kMeshProbes, {}));
}

}  // namespace

void planNetwork(CorePlan& plan) {
    for (const CallEnds& call : plan.calls) {
        allowCall(plan, call);
    }
    for (Workload& workload : plan.workloads) {
        allowPlatform(plan, workload);
        closeNetwork(workload);
    }
    // Last, as services open others to themselves until here.
    for (Workload& workload : plan.workloads) {
        if (plan.settings().istioAmbient && workload.shape != WorkloadShape::Strimzi) {
            joinMesh(workload);
        }
    }
}

}  // namespace tideline
