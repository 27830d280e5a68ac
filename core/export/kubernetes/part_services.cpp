// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

namespace tideline {
namespace {

YamlList servicePorts(const Workload& workload) {
    YamlList ports;
    for (const WorkloadPort& port : workload.ports) {
        YamlValue entry = YamlValue::mapping();
        if (!port.appProtocol.empty()) {
            entry.set("appProtocol", port.appProtocol);
        }
        entry.set("name", port.name).set("port", port.service).set("protocol", "TCP").set("targetPort", port.name);
        ports.push_back(std::move(entry));
    }
    return ports;
}

YamlValue serviceSpec(const Workload& workload) {
    YamlValue spec;
    spec.set("ports", servicePorts(workload));
    spec.set("selector", selectorLabels(workload.name));
    spec.set("type", "ClusterIP");
    return spec;
}

YamlValue routeRule(const WorkloadRoute& route, const Workload& workload) {
    YamlValue rule;
    rule["backendRefs"].add(YamlValue::mapping().set("name", workload.serviceName()).set("port", route.port));
    if (!route.isGrpc) {
        YamlValue match;
        match["path"].set("type", "PathPrefix").set("value", route.path);
        rule["matches"].add(std::move(match));
        if (route.requestSeconds > 0) {
            const std::string limit = std::to_string(route.requestSeconds) + "s";
            rule["timeouts"].set("backendRequest", limit).set("request", limit);
        }
    }
    return rule;
}

}  // namespace

void addService(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.ports.empty()) {
        return;
    }
    YamlValue object = namedObject("v1", "Service", plan, workload);
    object.set("spec", serviceSpec(workload));
    if (workload.shape == WorkloadShape::DaemonSet) {
        object["spec"].set("internalTrafficPolicy", "Local");
    }
    objects.push_back(std::move(object));
}

// Names the pods one by one; pods that are not ready are named too, so that they can find each other at the start.
void addHeadlessService(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    YamlValue object = namedObject("v1", "Service", plan, workload, workload.headlessName());
    if (!workload.podsHost.empty()) {
        object["metadata"]["annotations"].set("external-dns.alpha.kubernetes.io/hostname", workload.podsHost);
    }
    object.set("spec", serviceSpec(workload));
    object["spec"].set("clusterIP", "None");
    if (workload.shape == WorkloadShape::StatefulSet) {
        object["spec"].set("publishNotReadyAddresses", true);
    }
    objects.push_back(std::move(object));
}

void addRoutes(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    for (const WorkloadRoute& route : workload.routes) {
        const bool isFirst = &route == &workload.routes.front();
        YamlValue object = namedObject("gateway.networking.k8s.io/v1", route.isGrpc ? "GRPCRoute" : "HTTPRoute", plan,
                                       workload, isFirst ? workload.name : workload.name + "-" + route.gateway);
        YamlValue parent = YamlValue::mapping()
                               .set("name", route.gateway)
                               .set("namespace", kGatewayNamespace)
                               .set("sectionName", route.listener);
        object["spec"]["hostnames"].add(route.host);
        object["spec"]["parentRefs"].add(std::move(parent));
        object["spec"]["rules"].add(routeRule(route, workload));
        objects.push_back(std::move(object));
    }
}

}  // namespace tideline
