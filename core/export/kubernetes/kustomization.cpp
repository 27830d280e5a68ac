// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/kustomization.h"

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
    std::map<std::string, YamlValue> byName;
    for (const Workload& workload : plan.workloads) {
        const std::string& name = workload.isOurs() ? workload.name : workload.repository;
        if (workload.repository.empty()) {
            continue;
        }
        YamlValue image = YamlValue::mapping().set("name", name).set("newTag", workload.tag);
        if (workload.isOurs()) {
            image.set("newName", workload.repository);
        }
        byName.emplace(name, std::move(image));
    }
    YamlList images;
    for (auto& [name, image] : byName) {
        images.push_back(std::move(image));
    }
    return images;
}

YamlValue changeOf(std::string_view apiVersion, std::string_view kind, const std::string& name) {
    YamlValue change;
    change.set("apiVersion", apiVersion).set("kind", kind);
    change["metadata"].set("name", name);
    return change;
}

OverlayPatch lowerPodAutoscalers() {
    constexpr const char* kKind = "HorizontalPodAutoscaler";
    OverlayPatch patch{"one-replica.yaml", YamlValue::mapping().set("kind", kKind),
                       changeOf("autoscaling/v2", kKind, "every-autoscaler")};
    for (const auto& [key, value] : developmentExemptions()) {
        patch.change["metadata"]["annotations"].set(key, value);
    }
    patch.change["spec"].set("minReplicas", kDevelopmentReplicas);
    return patch;
}

OverlayPatch lowerScaledObject(const Workload& workload) {
    constexpr const char* kKind = "ScaledObject";
    OverlayPatch patch{"one-replica-of-" + workload.name + ".yaml",
                       YamlValue::mapping().set("kind", kKind).set("name", workload.name),
                       changeOf("keda.sh/v1alpha1", kKind, workload.name)};
    patch.change["spec"].set("minReplicaCount", kDevelopmentReplicas);
    return patch;
}

// Where kustomize does not know by itself that pods get their labels from.
void addTemplateFields(const CorePlan& plan, YamlValue& label) {
    const auto addField = [&](WorkloadShape shape, const char* group, const char* path) {
        if (std::ranges::count(plan.workloads, shape, &Workload::shape) > 0) {
            label["fields"].add(YamlValue::mapping()
                                    .set("create", true)
                                    .set("group", group)
                                    .set("kind", objectKindOf(shape))
                                    .set("path", path));
        }
    };
    addField(WorkloadShape::ScaledJob, "keda.sh", "spec/jobTargetRef/template/metadata/labels");
    addField(WorkloadShape::Inference, "serving.kserve.io", "spec/predictor/labels");
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

std::vector<OverlayPatch> overlayPatches(const CorePlan& plan, const std::string& environment) {
    std::vector<OverlayPatch> patches;
    if (environment != "dev") {
        return patches;
    }
    const auto hasPodAutoscaler = [](const Workload& each) { return each.scaling.by == WorkloadScaling::By::Hpa; };
    if (std::ranges::any_of(plan.workloads, hasPodAutoscaler)) {
        patches.push_back(lowerPodAutoscalers());
    }
    for (const Workload& workload : plan.workloads) {
        if (isLoweredForDevelopment(workload) && workload.scaling.by == WorkloadScaling::By::Keda) {
            patches.push_back(lowerScaledObject(workload));
        }
    }
    return patches;
}

YamlValue overlayKustomization(const CorePlan& plan, const std::string& environment) {
    YamlValue document = resourceKustomization({"../../platform", "../../base"}, "");
    if (YamlList images = imagesOf(plan); !images.empty()) {
        document.set("images", std::move(images));
    }
    YamlValue label = YamlValue::mapping().set("includeTemplates", true);
    label["pairs"].set("env", environment);
    addTemplateFields(plan, label);
    document["labels"].add(std::move(label));
    for (const OverlayPatch& patch : overlayPatches(plan, environment)) {
        document["patches"].add(YamlValue::mapping().set("path", patch.file).set("target", patch.target));
    }
    return document;
}

}  // namespace tideline
