// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"

#include <algorithm>
#include <set>

namespace tideline {
namespace {

YamlValue peerAuthentication(const CorePlan& plan, const std::string& name) {
    YamlValue object = platformObject(plan, "security.istio.io/v1", "PeerAuthentication", name);
    object["metadata"].set("namespace", plan.bridge.nameSpace);
    object["spec"]["mtls"].set("mode", "STRICT");
    return object;
}

// Ports that someone outside the mesh asks: Prometheus, KEDA, and functions by the addresses of the VPC.
std::set<int> plainPorts(const Workload& workload) {
    std::set<int> ports;
    for (const NetworkRule& rule : workload.ingress) {
        const bool isNamespace = !rule.nameSpace.empty() && rule.nameSpace != kGatewayNamespace;
        const bool isOutside = isNamespace || (!rule.cidr.empty() && !rule.ports.empty());
        ports.insert(rule.ports.begin(), isOutside ? rule.ports.end() : rule.ports.begin());
    }
    return ports;
}

}  // namespace

YamlList meshObjects(const CorePlan& plan) {
    YamlList objects{peerAuthentication(plan, "default")};
    for (const Workload& workload : plan.workloads) {
        const std::set<int> ports = plainPorts(workload);
        if (ports.empty() || workload.shape == WorkloadShape::Strimzi) {
            continue;
        }
        YamlValue object = peerAuthentication(plan, workload.name);
        object["spec"]["selector"].set("matchLabels", selectorLabels(workload.name));
        for (const int port : ports) {
            object["spec"]["portLevelMtls"][std::to_string(port)].set("mode", "PERMISSIVE");
        }
        objects.push_back(std::move(object));
    }
    return objects;
}

}  // namespace tideline
