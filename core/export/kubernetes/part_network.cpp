// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

#include <fmt/format.h>

namespace tideline {
namespace {

YamlValue namespaceSelector(std::string_view name) {
    YamlValue selector;
    selector["matchLabels"].set("kubernetes.io/metadata.name", name);
    return selector;
}

YamlValue peerOf(const NetworkRule& rule) {
    YamlValue peer;
    if (!rule.service.empty()) {
        peer["podSelector"]["matchLabels"].set(rule.serviceLabel, rule.service);
    } else if (!rule.nameSpace.empty()) {
        peer.set("namespaceSelector", namespaceSelector(rule.nameSpace));
    } else {
        peer["ipBlock"].set("cidr", rule.cidr);
        for (const std::string& address : rule.except) {
            peer["ipBlock"]["except"].add(address);
        }
    }
    return peer;
}

YamlValue policyRule(const NetworkRule& rule, const char* side) {
    YamlValue result;
    for (const int port : rule.ports) {
        result["ports"].add(YamlValue::mapping().set("port", port).set("protocol", "TCP"));
    }
    result[side].add(peerOf(rule));
    return result;
}

YamlValue nameServerRule() {
    YamlValue rule;
    for (const char* protocol : {"UDP", "TCP"}) {
        rule["ports"].add(YamlValue::mapping().set("port", 53).set("protocol", protocol));
    }
    YamlValue peer;
    peer.set("namespaceSelector", namespaceSelector("kube-system"));
    peer["podSelector"]["matchLabels"].set("k8s-app", "kube-dns");
    rule["to"].add(std::move(peer));
    return rule;
}

}  // namespace

YamlValue networkPeer(const NetworkRule& rule) {
    return peerOf(rule);
}

// The selector has one label, unique in the namespace (C4).
void addNetworkPolicy(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.shape == WorkloadShape::Strimzi) {
        return;  // part of what addKafka makes
    }
    YamlValue object = namedObject("networking.k8s.io/v1", "NetworkPolicy", plan, workload);
    if (!workload.podMaker().empty()) {
        object["metadata"]["annotations"]
            .set("ignore-check.kube-linter.io/dangling-networkpolicy",
                 fmt::format("its pods are made by {}", workload.podMaker()))
            .set("kube-score/ignore", "networkpolicy-targets-pod");
    }
    YamlValue& spec = object["spec"];
    spec["egress"].add(nameServerRule());
    for (const NetworkRule& rule : workload.egress) {
        spec["egress"].add(policyRule(rule, "to"));
    }
    for (const NetworkRule& rule : workload.ingress) {
        spec["ingress"].add(policyRule(rule, "from"));
    }
    spec["podSelector"]["matchLabels"].set("app.kubernetes.io/name", workload.name);
    spec["policyTypes"].add("Ingress").add("Egress");
    objects.push_back(std::move(object));
}

}  // namespace tideline
