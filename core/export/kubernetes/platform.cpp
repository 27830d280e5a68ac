// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/platform.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

YamlValue platformLabels(const CorePlan& plan) {
    return YamlValue::mapping()
        .set("app.kubernetes.io/managed-by", "kustomize")
        .set("app.kubernetes.io/part-of", plan.application());
}

YamlValue guardedNamespace(const CorePlan& plan, std::string_view name, std::string_view enforced) {
    YamlValue object = platformObject(plan, "v1", "Namespace", name);
    for (const char* mode : {"audit", "enforce", "warn"}) {
        const std::string key = fmt::format("pod-security.kubernetes.io/{}", mode);
        const bool isEnforced = std::string_view(mode) == "enforce";
        object["metadata"]["labels"].set(key, isEnforced ? enforced : "restricted").set(key + "-version", "latest");
    }
    return object;
}

YamlValue priorityClass(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "scheduling.k8s.io/v1", "PriorityClass", plan.priorityClass());
    object.set("description", "Priority of the services of this application");
    object.set("globalDefault", false).set("preemptionPolicy", "PreemptLowerPriority").set("value", 100000);
    return object;
}

YamlValue defaultDeny(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "networking.k8s.io/v1", "NetworkPolicy", "default-deny");
    object["metadata"].set("namespace", plan.bridge.nameSpace);
    const auto hasPods = [](const Workload& each) {
        return each.shape != WorkloadShape::Claim && each.podMaker().empty();
    };
    if (std::ranges::none_of(plan.workloads, hasPods)) {
        object["metadata"]["annotations"].set("kube-score/ignore", "networkpolicy-targets-pod");
    }
    object["spec"].set("podSelector", YamlValue::mapping());
    object["spec"]["policyTypes"].add("Ingress").add("Egress");
    return object;
}

YamlValue secretStore(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "external-secrets.io/v1", "ClusterSecretStore", kSecretStore);
    object["spec"]["provider"]["aws"].set("region", plan.settings().region).set("service", "SecretsManager");
    return object;
}

YamlValue listenerOf(const CorePlan& plan, const GatewayPlan& planned, const char* name, const std::string& host) {
    YamlValue listener = YamlValue::mapping();
    listener["allowedRoutes"]["namespaces"].set("from", "Selector");
    listener["allowedRoutes"]["namespaces"]["selector"]["matchLabels"].set("kubernetes.io/metadata.name",
                                                                           plan.bridge.nameSpace);
    listener.set("hostname", host).set("name", name).set("port", gatewayPort(plan)).set("protocol", "HTTPS");
    listener["tls"]["certificateRefs"].add(YamlValue::mapping().set("name", planned.name + "-tls"));
    listener["tls"].set("mode", "Terminate");
    return listener;
}

YamlValue gateway(const CorePlan& plan, const GatewayPlan& planned) {
    YamlValue object = platformObject(plan, "gateway.networking.k8s.io/v1", "Gateway", planned.name);
    object["metadata"].set("namespace", kGatewayNamespace);
    object["spec"].set("gatewayClassName", gatewayClass(plan));
    if (!plan.settings().k3s) {
        object["spec"]["infrastructure"]["annotations"].set("service.beta.kubernetes.io/aws-load-balancer-scheme",
                                                            planned.isInternal ? "internal" : "internet-facing");
    }
    object["spec"]["listeners"].add(listenerOf(plan, planned, "https", planned.host));
    if (!planned.namedHosts.empty()) {
        object["spec"]["listeners"].add(listenerOf(plan, planned, kNamesListener, planned.namedHosts));
    }
    return object;
}

// The certificate comes from the secret store, as every other secret does.
YamlValue gatewayCertificate(const CorePlan& plan, const GatewayPlan& planned) {
    const std::string name = planned.name + "-tls";
    YamlValue object = platformObject(plan, "external-secrets.io/v1", "ExternalSecret", name);
    object["metadata"].set("namespace", kGatewayNamespace);
    YamlValue& spec = object["spec"];
    for (const char* file : {"tls.crt", "tls.key"}) {
        YamlValue entry;
        entry["remoteRef"].set("key", fmt::format("{}/{}", plan.application(), name)).set("property", file);
        entry.set("secretKey", file);
        spec["data"].add(std::move(entry));
    }
    spec.set("refreshInterval", "1h0m0s");
    spec["secretStoreRef"].set("kind", "ClusterSecretStore").set("name", kSecretStore);
    spec["target"].set("creationPolicy", "Owner").set("name", name);
    spec["target"]["template"].set("type", "kubernetes.io/tls");
    return object;
}

}  // namespace

YamlValue platformObject(const CorePlan& plan, std::string_view apiVersion, std::string_view kind,
                         std::string_view name) {
    YamlValue object;
    object.set("apiVersion", apiVersion).set("kind", kind);
    object["metadata"].set("labels", platformLabels(plan)).set("name", name);
    return object;
}

const char* gatewayClass(const CorePlan& plan) {
    return plan.settings().k3s ? "traefik" : "istio";
}

// Traefik takes a listener only on the port of one of its entry points; its Service makes 443 of it.
int gatewayPort(const CorePlan& plan) {
    return plan.settings().k3s ? 8443 : 443;
}

bool usesSecretStore(const CorePlan& plan) {
    return !plan.gateways.empty() ||
           std::ranges::any_of(plan.workloads, [](const Workload& each) { return !each.credentials.empty(); });
}

YamlValue applicationNamespace(const CorePlan& plan) {
    YamlValue object = guardedNamespace(plan, plan.bridge.nameSpace, "restricted");
    if (plan.settings().istioAmbient) {
        object["metadata"]["labels"].set("istio.io/dataplane-mode", "ambient");
    }
    return object;
}

// The proxies of a gateway controller are not ours to restrict further.
YamlValue gatewayNamespace(const CorePlan& plan) {
    return guardedNamespace(plan, kGatewayNamespace, "baseline");
}

YamlList platformObjects(const CorePlan& plan) {
    YamlList objects;
    objects.push_back(priorityClass(plan));
    objects.push_back(defaultDeny(plan));
    if (usesSecretStore(plan)) {
        objects.push_back(secretStore(plan));
    }
    return objects;
}

YamlList gatewayObjects(const CorePlan& plan) {
    YamlList objects;
    for (const GatewayPlan& planned : plan.gateways) {
        objects.push_back(gateway(plan, planned));
        objects.push_back(gatewayCertificate(plan, planned));
    }
    return objects;
}

}  // namespace tideline
