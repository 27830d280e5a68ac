// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/kubernetes/pod_template.h"

#include <fmt/format.h>

namespace tideline {
namespace {

std::string roleName(const CorePlan& plan) {
    return fmt::format("{}-{}", plan.application(), kCollectorName);
}

YamlValue account(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "v1", "ServiceAccount", kCollectorName);
    object["metadata"].set("namespace", plan.bridge.nameSpace);
    object.set("automountServiceAccountToken", false);
    return object;
}

YamlValue role(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "rbac.authorization.k8s.io/v1", "ClusterRole", roleName(plan));
    YamlValue core, apps;
    core["apiGroups"].add("");
    core["resources"].add("namespaces").add("pods");
    core["verbs"].add("get").add("list").add("watch");
    apps["apiGroups"].add("apps");
    apps["resources"].add("replicasets");
    apps["verbs"].add("get").add("list").add("watch");
    object["rules"].add(std::move(core)).add(std::move(apps));
    return object;
}

YamlValue binding(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", roleName(plan));
    object["roleRef"]
        .set("apiGroup", "rbac.authorization.k8s.io")
        .set("kind", "ClusterRole")
        .set("name", roleName(plan));
    object["subjects"].add(YamlValue::mapping()
                               .set("kind", "ServiceAccount")
                               .set("name", kCollectorName)
                               .set("namespace", plan.bridge.nameSpace));
    return object;
}

YamlValue pipeline() {
    YamlValue result;
    result["exporters"].add("otlphttp");
    // The limiter refuses before memory runs out, so it comes first; what is left travels in batches.
    result["processors"].add("memory_limiter").add("k8sattributes").add("batch");
    result["receivers"].add("otlp");
    return result;
}

YamlValue configuration(const CorePlan& plan) {
    YamlValue config;
    config["exporters"]["otlphttp"].set("endpoint", plan.settings().otlpBackend);
    config["extensions"]["health_check"].set("endpoint", "0.0.0.0:13133");
    config["processors"].set("batch", YamlValue::mapping()).set("k8sattributes", YamlValue::mapping());
    config["processors"]["memory_limiter"]
        .set("check_interval", "1s")
        .set("limit_percentage", 75)
        .set("spike_limit_percentage", 15);
    config["receivers"]["otlp"]["protocols"]["grpc"].set("endpoint", "0.0.0.0:4317");
    config["receivers"]["otlp"]["protocols"]["http"].set("endpoint", "0.0.0.0:4318");
    config["service"]["extensions"].add("health_check");
    config["service"]["pipelines"].set("metrics", pipeline()).set("traces", pipeline());
    return config;
}

YamlValue collector(const CorePlan& plan) {
    // The operator calls what it makes <name>-collector.
    YamlValue object = platformObject(plan, "opentelemetry.io/v1beta1", "OpenTelemetryCollector", "otel");
    object["metadata"].set("namespace", plan.bridge.nameSpace);
    YamlValue& spec = object["spec"];
    spec.set("config", configuration(plan)).set("mode", "deployment");
    spec["podDisruptionBudget"].set("maxUnavailable", 1);
    spec.set("podSecurityContext", podSecurityContext(Workload{}));
    spec.set("priorityClassName", plan.priorityClass()).set("replicas", 2);
    spec["resources"]["limits"].set("cpu", "500m").set("memory", "512Mi");
    spec["resources"]["requests"].set("cpu", "100m").set("memory", "512Mi");
    spec.set("securityContext", containerSecurityContext());
    spec.set("serviceAccount", kCollectorName).set("upgradeStrategy", "automatic");
    // k8sattributes asks the cluster whose address a span comes from.
    spec["volumeMounts"].add(
        YamlValue::mapping().set("mountPath", kTokenPath).set("name", "cluster-access").set("readOnly", true));
    spec["volumes"].add(tokenVolume());
    return object;
}

YamlValue ports(std::initializer_list<int> numbers, const char* protocol = "TCP") {
    YamlValue list = YamlValue::list();
    for (const int number : numbers) {
        list.add(YamlValue::mapping().set("port", number).set("protocol", protocol));
    }
    return list;
}

YamlValue networkPolicy(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "networking.k8s.io/v1", "NetworkPolicy", kCollectorName);
    object["metadata"].set("namespace", plan.bridge.nameSpace);
    object["metadata"]["annotations"]
        .set("ignore-check.kube-linter.io/dangling-networkpolicy", "its pods are made by the operator")
        .set("kube-score/ignore", "networkpolicy-targets-pod");
    YamlValue fromPods, toServer, toNames, own;
    own["podSelector"] = YamlValue::mapping();
    fromPods["from"].add(std::move(own));
    fromPods.set("ports", plan.settings().istioAmbient ? ports({4317, 4318, 15008}) : ports({4317, 4318}));
    NetworkRule everywhere, backend;
    everywhere.cidr = "0.0.0.0/0";
    everywhere.except = {"169.254.169.254/32"};
    toServer.set("ports", ports({443, 6443}));
    toServer["to"].add(networkPeer(everywhere));
    backend.nameSpace = kMonitoringNamespace;
    YamlValue toBackend;
    toBackend.set("ports", ports({4318}));
    toBackend["to"].add(networkPeer(backend));
    NetworkRule system;
    system.nameSpace = "kube-system";
    toNames.set("ports", ports({53}, "UDP"));
    toNames["ports"].add(YamlValue::mapping().set("port", 53).set("protocol", "TCP"));
    toNames["to"].add(networkPeer(system));
    YamlValue& spec = object["spec"];
    spec["egress"].add(std::move(toNames)).add(std::move(toBackend)).add(std::move(toServer));
    spec["ingress"].add(std::move(fromPods));
    if (plan.settings().istioAmbient) {
        NetworkRule probes;
        probes.cidr = kMeshProbes;
        YamlValue fromKubelet;
        fromKubelet["from"].add(networkPeer(probes));
        spec["ingress"].add(std::move(fromKubelet));
    }
    spec["podSelector"]["matchLabels"].set("app.kubernetes.io/name", kCollectorName);
    spec["policyTypes"].add("Ingress").add("Egress");
    return object;
}

}  // namespace

YamlList collectorObjects(const CorePlan& plan) {
    return {account(plan), role(plan), binding(plan), collector(plan), networkPolicy(plan)};
}

}  // namespace tideline
