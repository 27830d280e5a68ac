// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/kustomization.h"

#include "core/yaml/yaml_writer.h"

#include <algorithm>
#include <map>

namespace tideline {
namespace {

YamlValue kustomization() {
    YamlValue document;
    document.set("apiVersion", "kustomize.config.k8s.io/v1beta1").set("kind", "Kustomization");
    return document;
}

YamlList imagesOf(const CorePlan& plan) {
    std::map<std::string, std::string> tags;
    for (const Workload& workload : plan.workloads) {
        if (!workload.repository.empty()) {
            tags.emplace(workload.repository, workload.tag);
        }
    }
    YamlList images;
    for (const auto& [name, tag] : tags) {
        images.push_back(YamlValue::mapping().set("name", name).set("newTag", tag));
    }
    return images;
}

Result<YamlValue> patchOf(const YamlValue& target, const YamlValue& change) {
    return YamlValue::mapping().set("patch", TRY(yamlText(change))).set("target", target);
}

Result<YamlValue> lowerPodAutoscalers() {
    YamlValue change;
    change.set("apiVersion", "autoscaling/v2").set("kind", "HorizontalPodAutoscaler");
    change["metadata"].set("name", "all");
    for (const auto& [key, value] : developmentExemptions()) {
        change["metadata"]["annotations"].set(key, value);
    }
    change["spec"].set("minReplicas", kDevelopmentReplicas);
    return patchOf(YamlValue::mapping().set("kind", "HorizontalPodAutoscaler"), change);
}

Result<YamlValue> lowerScaledObject(const Workload& workload) {
    YamlValue change;
    change.set("apiVersion", "keda.sh/v1alpha1").set("kind", "ScaledObject");
    change["metadata"].set("name", workload.name);
    change["spec"].set("minReplicaCount", kDevelopmentReplicas);
    return patchOf(YamlValue::mapping().set("kind", "ScaledObject").set("name", workload.name), change);
}

Result<YamlList> developmentPatches(const CorePlan& plan) {
    YamlList patches;
    const auto hasPodAutoscaler = [](const Workload& each) { return each.scaling.by == WorkloadScaling::By::Hpa; };
    if (std::ranges::any_of(plan.workloads, hasPodAutoscaler)) {
        patches.push_back(TRY(lowerPodAutoscalers()));
    }
    for (const Workload& workload : plan.workloads) {
        if (isLoweredForDevelopment(workload) && workload.scaling.by == WorkloadScaling::By::Keda) {
            patches.push_back(TRY(lowerScaledObject(workload)));
        }
    }
    return patches;
}

}  // namespace

TextPairs developmentExemptions() {
    return {{"ignore-check.kube-linter.io/hpa-minimum-three-replicas", "one replica is enough for development"},
            {"kube-score/ignore", "horizontalpodautoscaler-replicas"},
            {"polaris.fairwinds.com/hpaMinAvailability-exempt", "true"}};
}

bool isLoweredForDevelopment(const Workload& workload) {
    return workload.scaling.by == WorkloadScaling::By::Hpa ||
           (workload.scaling.by == WorkloadScaling::By::Keda && workload.scaling.least > kDevelopmentReplicas);
}

YamlValue resourceKustomization(const std::vector<std::string>& resources, const std::string& nameSpace) {
    YamlValue document = kustomization();
    if (!nameSpace.empty()) {
        document.set("namespace", nameSpace);
    }
    YamlValue list = YamlValue::list();
    for (const std::string& resource : resources) {
        list.add(resource);
    }
    document.set("resources", std::move(list));
    return document;
}

Result<YamlValue> overlayKustomization(const CorePlan& plan, const std::string& environment) {
    YamlValue document = resourceKustomization({"../../platform", "../../base"}, "");
    if (YamlList images = imagesOf(plan); !images.empty()) {
        document.set("images", std::move(images));
    }
    YamlValue label = YamlValue::mapping().set("includeTemplates", true);
    label["pairs"].set("env", environment);
    document["labels"].add(std::move(label));
    YamlList patches;
    if (environment == "dev") {
        patches = TRY(developmentPatches(plan));
    }
    if (!patches.empty()) {
        document.set("patches", std::move(patches));
    }
    return document;
}

}  // namespace tideline
