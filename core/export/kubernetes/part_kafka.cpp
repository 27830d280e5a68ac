// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

int brokersOf(const Workload& workload) {
    return std::max(1, workload.scaling.replicas);
}

YamlValue listener(const Workload& workload) {
    YamlValue result =
        YamlValue::mapping().set("name", "plain").set("port", 9092).set("tls", false).set("type", "internal");
    for (const NetworkRule& rule : workload.ingress) {
        result["networkPolicyPeers"].add(networkPeer(rule));
    }
    return result;
}

YamlValue kafkaObject(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("kafka.strimzi.io/v1", "Kafka", plan, workload);
    const int copies = std::min(3, brokersOf(workload));
    YamlValue& kafka = object["spec"]["kafka"];
    kafka["config"]
        .set("auto.create.topics.enable", false)
        .set("default.replication.factor", copies)
        .set("min.insync.replicas", std::max(1, copies - 1))
        .set("offsets.topic.replication.factor", copies)
        .set("transaction.state.log.min.isr", std::max(1, copies - 1))
        .set("transaction.state.log.replication.factor", copies);
    kafka["listeners"].add(listener(workload));
    kafka["template"]["pod"].set("priorityClassName", plan.priorityClass());
    if (plan.settings().istioAmbient) {
        // Its operator writes policies for the brokers' own ports, which the mesh would hide.
        kafka["template"]["pod"]["metadata"]["labels"].set("istio.io/dataplane-mode", "none");
    }
    kafka["template"]["podDisruptionBudget"].set("maxUnavailable", 1);
    object["spec"]["entityOperator"]["topicOperator"] = YamlValue::mapping();
    return object;
}

YamlValue nodePool(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("kafka.strimzi.io/v1", "KafkaNodePool", plan, workload);
    object["metadata"]["labels"].set("strimzi.io/cluster", workload.name);
    const PersistenceSpec& kept = workload.profile->kind->persistence;
    YamlValue& spec = object["spec"];
    spec.set("replicas", brokersOf(workload));
    spec.set("resources", workload.resources);
    spec["roles"].add("controller").add("broker");
    const double size = std::max(1.0, workload.profile->number("storageGib", kept.sizeGib));
    spec["storage"]
        .set("deleteClaim", false)
        .set("size", fmt::format("{:.0f}Gi", size))
        .set("type", "persistent-claim");
    if (!kept.storageClass.empty()) {
        spec["storage"].set("class", plan.settings().k3s ? "local-path" : kept.storageClass);
    }
    return object;
}

YamlValue topic(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("kafka.strimzi.io/v1", "KafkaTopic", plan, workload);
    object["metadata"]["labels"].set("strimzi.io/cluster", workload.name);
    const double days = workload.profile->number("retentionDays", 7);
    YamlValue& spec = object["spec"];
    spec["config"].set("retention.ms", static_cast<std::int64_t>(days * 86'400'000));
    spec.set("partitions", static_cast<int>(std::max(1.0, workload.profile->number("partitions", 12))));
    spec.set("replicas", std::min(3, brokersOf(workload)));
    return object;
}

// Strimzi writes policies for those who call the brokers; brokers and operators themselves need a way out of the
// namespace's default deny.
YamlValue brokerPolicy(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("networking.k8s.io/v1", "NetworkPolicy", plan, workload, workload.name + "-brokers");
    object["metadata"]["annotations"]
        .set("ignore-check.kube-linter.io/dangling-networkpolicy", "its pods are made by Strimzi")
        .set("kube-score/ignore", "networkpolicy-targets-pod");
    YamlValue own;
    own["podSelector"]["matchLabels"].set("strimzi.io/cluster", workload.name);
    YamlValue nameServers;
    nameServers["ports"].add(YamlValue::mapping().set("port", 53).set("protocol", "UDP"));
    nameServers["ports"].add(YamlValue::mapping().set("port", 53).set("protocol", "TCP"));
    YamlValue system;
    system["namespaceSelector"]["matchLabels"].set("kubernetes.io/metadata.name", "kube-system");
    nameServers["to"].add(std::move(system));
    YamlValue toOwn, fromOwn, toServer;
    toOwn["to"].add(own);
    fromOwn["from"].add(own);
    NetworkRule everywhere;
    everywhere.cidr = "0.0.0.0/0";
    everywhere.except = {"169.254.169.254/32"};
    toServer["ports"].add(YamlValue::mapping().set("port", 443).set("protocol", "TCP"));
    toServer["to"].add(networkPeer(everywhere));
    YamlValue& spec = object["spec"];
    spec["egress"].add(std::move(nameServers)).add(std::move(toOwn)).add(std::move(toServer));
    spec["ingress"].add(std::move(fromOwn));
    spec["podSelector"]["matchLabels"].set("strimzi.io/cluster", workload.name);
    spec["policyTypes"].add("Ingress").add("Egress");
    return object;
}

}  // namespace

void addKafka(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    objects.push_back(kafkaObject(plan, workload));
    objects.push_back(nodePool(plan, workload));
    objects.push_back(topic(plan, workload));
    objects.push_back(brokerPolicy(plan, workload));
}

}  // namespace tideline
