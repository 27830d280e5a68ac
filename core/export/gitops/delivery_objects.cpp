// SPDX-License-Identifier: Apache-2.0
#include "core/export/gitops/delivery_objects.h"

#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/kubernetes/platform.h"

#include <fmt/format.h>

#include <set>

namespace tideline {

namespace {

constexpr const char* kArgo = "argocd";
constexpr const char* kFlux = "flux-system";
constexpr const char* kOverlays = "kubernetes/overlays/";

YamlValue object(const CorePlan& plan, std::string_view apiVersion, std::string_view kind, const std::string& name,
                 const char* nameSpace) {
    YamlValue value;
    value.set("apiVersion", apiVersion).set("kind", kind);
    value["metadata"]["labels"]
        .set("app.kubernetes.io/part-of", plan.application())
        .set("owner", plan.settings().owner);
    value["metadata"].set("name", name).set("namespace", nameSpace);
    return value;
}

// "apps/v1", "Deployment" as group and kind.
using GroupKind = std::pair<std::string, std::string>;

GroupKind groupKindOf(const YamlValue& thing) {
    const std::string& version = std::get<std::string>(thing.find("apiVersion")->variant());
    const std::size_t slash = version.find('/');
    return {slash == std::string::npos ? "" : version.substr(0, slash),
            std::get<std::string>(thing.find("kind")->variant())};
}

bool isOfTheCluster(const YamlValue& thing) {
    const YamlValue* metadata = thing.find("metadata");
    return metadata == nullptr || metadata->find("namespace") == nullptr;
}

YamlValue whitelist(const std::set<GroupKind>& kinds) {
    YamlValue list = YamlValue::list();
    for (const auto& [group, kind] : kinds) {
        list.add(YamlValue::mapping().set("group", group).set("kind", kind));
    }
    return list;
}

struct Allowed {
    std::set<GroupKind> ofTheCluster, inNamespaces;
    bool usesGateways = false;
};

Allowed allowedBy(const CorePlan& plan) {
    YamlList objects{applicationNamespace(plan)};
    for (const YamlList& more : {platformObjects(plan), gatewayObjects(plan)}) {
        objects.insert(objects.end(), more.begin(), more.end());
    }
    for (const PlatformOption* option : chosenOptions(plan)) {
        const YamlList more = option->objects(plan);
        objects.insert(objects.end(), more.begin(), more.end());
    }
    for (const Workload& workload : plan.workloads) {
        const YamlList more = objectsOf(plan, workload);
        objects.insert(objects.end(), more.begin(), more.end());
    }
    Allowed allowed;
    for (const YamlValue& thing : objects) {
        (isOfTheCluster(thing) ? allowed.ofTheCluster : allowed.inNamespaces).insert(groupKindOf(thing));
    }
    allowed.usesGateways = !plan.gateways.empty();
    return allowed;
}

// An autoscaler changes replicas all day; that is no drift.
YamlValue syncPolicy(bool prunes) {
    YamlValue policy;
    policy["automated"].set("prune", prunes).set("selfHeal", true);
    policy["retry"].set("limit", 5);
    policy["retry"]["backoff"].set("duration", "10s").set("factor", 2).set("maxDuration", "3m");
    for (const char* option : {"ServerSideApply=true", "RespectIgnoreDifferences=true", "PruneLast=true"}) {
        policy["syncOptions"].add(option);
    }
    return policy;
}

YamlValue ignoredReplicas() {
    YamlValue list = YamlValue::list();
    YamlValue rule = YamlValue::mapping().set("group", "apps").set("kind", "Deployment");
    rule["jsonPointers"].add("/spec/replicas");
    list.add(std::move(rule));
    return list;
}

}  // namespace

YamlValue argoProject(const CorePlan& plan) {
    YamlValue project = object(plan, "argoproj.io/v1alpha1", "AppProject", plan.application(), kArgo);
    const Allowed allowed = allowedBy(plan);
    YamlValue& spec = project["spec"];
    spec.set("description", "What this application may deploy, and where");
    spec.set("clusterResourceWhitelist", whitelist(allowed.ofTheCluster));
    spec.set("namespaceResourceWhitelist", whitelist(allowed.inNamespaces));
    std::set<std::string> namespaces{plan.bridge.nameSpace, kArgo};
    if (allowed.usesGateways) {
        namespaces.insert(std::string(kGatewayNamespace));
    }
    if (plan.settings().k3s) {
        namespaces.insert("kube-system");  // Traefik of K3s is set up there
    }
    for (const std::string& nameSpace : namespaces) {
        spec["destinations"].add(YamlValue::mapping().set("name", "*").set("namespace", nameSpace));
    }
    spec["namespaceResourceWhitelist"].add(
        YamlValue::mapping().set("group", "argoproj.io").set("kind", "ApplicationSet"));
    spec["namespaceResourceWhitelist"].add(YamlValue::mapping().set("group", "argoproj.io").set("kind", "AppProject"));
    spec["namespaceResourceWhitelist"].add(YamlValue::mapping().set("group", "argoproj.io").set("kind", "Application"));
    spec["orphanedResources"].set("warn", true);
    spec["sourceRepos"].add(plan.settings().repositoryUrl());
    return project;
}

YamlValue argoRoot(const CorePlan& plan) {
    YamlValue root = object(plan, "argoproj.io/v1alpha1", "Application", plan.application() + "-delivery", kArgo);
    YamlValue& spec = root["spec"];
    spec["destination"].set("name", "in-cluster").set("namespace", kArgo);
    spec.set("project", plan.application());
    spec["source"]
        .set("path", "gitops/argocd")
        .set("repoURL", plan.settings().repositoryUrl())
        .set("targetRevision", "main");
    spec.set("syncPolicy", syncPolicy(false));
    return root;
}

YamlValue argoApplicationSet(const CorePlan& plan, const std::vector<std::string>& environments) {
    YamlValue set = object(plan, "argoproj.io/v1alpha1", "ApplicationSet", plan.application(), kArgo);
    YamlValue& spec = set["spec"];
    YamlValue elements = YamlValue::list();
    for (const std::string& environment : environments) {
        elements.add(YamlValue::mapping().set("cluster", environment).set("environment", environment));
    }
    YamlValue generator;
    generator["list"].set("elements", std::move(elements));
    spec["generators"].add(std::move(generator));
    spec.set("goTemplate", true);
    spec["goTemplateOptions"].add("missingkey=error");
    spec["syncPolicy"].set("preserveResourcesOnDeletion", true);
    YamlValue& made = spec["template"];
    made["metadata"]["labels"].set("env", "{{ .environment }}");
    made["metadata"].set("name", plan.application() + "-{{ .environment }}");
    YamlValue& inner = made["spec"];
    inner["destination"].set("name", "{{ .cluster }}").set("namespace", plan.bridge.nameSpace);
    inner.set("ignoreDifferences", ignoredReplicas());
    inner.set("project", plan.application());
    inner["source"]
        .set("path", std::string(kOverlays) + "{{ .environment }}")
        .set("repoURL", plan.settings().repositoryUrl())
        .set("targetRevision", "main");
    inner.set("syncPolicy", syncPolicy(true));
    return set;
}

YamlValue fluxSource(const CorePlan& plan) {
    YamlValue source = object(plan, "source.toolkit.fluxcd.io/v1", "GitRepository", plan.application(), kFlux);
    YamlValue& spec = source["spec"];
    spec.set("interval", "1m0s").set("timeout", "60s").set("url", plan.settings().repositoryUrl());
    spec["ref"].set("branch", "main");
    spec.set("ignore", "/*\n!/kubernetes\n");
    return source;
}

YamlValue fluxKustomization(const CorePlan& plan, const std::string& environment) {
    YamlValue made =
        object(plan, "kustomize.toolkit.fluxcd.io/v1", "Kustomization", plan.application() + "-" + environment, kFlux);
    YamlValue& spec = made["spec"];
    spec.set("interval", "10m0s")
        .set("path", std::string("./") + kOverlays + environment)
        .set("prune", true)
        .set("retryInterval", "1m0s")
        .set("timeout", "10m0s")
        .set("wait", true);
    spec["sourceRef"].set("kind", "GitRepository").set("name", plan.application());
    return made;
}

}  // namespace tideline
