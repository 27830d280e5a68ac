// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

namespace tideline {
namespace {

YamlValue scaleTarget(const Workload& workload) {
    return YamlValue::mapping()
        .set("apiVersion", apiVersionOf(workload.shape))
        .set("kind", objectKindOf(workload.shape))
        .set("name", workload.name);
}

// Up at once, down by a quarter a minute after five quiet minutes.
YamlValue scalingBehavior() {
    YamlValue behavior;
    behavior["scaleDown"]["policies"].add(
        YamlValue::mapping().set("periodSeconds", 60).set("type", "Percent").set("value", 25));
    behavior["scaleDown"].set("stabilizationWindowSeconds", 300);
    return behavior;
}

YamlValue podAutoscaler(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("autoscaling/v2", "HorizontalPodAutoscaler", plan, workload);
    YamlValue& spec = object["spec"];
    spec.set("behavior", scalingBehavior());
    spec.set("maxReplicas", workload.scaling.most);
    YamlValue metric;
    metric["resource"].set("name", "cpu");
    metric["resource"]["target"].set("averageUtilization", workload.scaling.cpuPercent).set("type", "Utilization");
    metric.set("type", "Resource");
    spec["metrics"].add(std::move(metric));
    spec.set("minReplicas", workload.scaling.least);
    spec.set("scaleTargetRef", scaleTarget(workload));
    return object;
}

YamlValue scaledObject(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("keda.sh/v1alpha1", "ScaledObject", plan, workload);
    const WorkloadScaling& scaling = workload.scaling;
    YamlValue& spec = object["spec"];
    spec["advanced"]["horizontalPodAutoscalerConfig"].set("behavior", scalingBehavior());
    spec["advanced"].set("restoreToOriginalReplicaCount", false);
    spec.set("cooldownPeriod", scaling.cooldownSeconds);
    spec["fallback"].set("behavior", "currentReplicasIfHigher").set("failureThreshold", 3);
    spec["fallback"].set("replicas", scaling.least > 2 ? scaling.least : 2);
    spec.set("maxReplicaCount", scaling.most).set("minReplicaCount", scaling.least);
    spec.set("pollingInterval", scaling.pollingSeconds);
    spec.set("scaleTargetRef", scaleTarget(workload));
    spec.set("triggers", scaling.triggers);
    return object;
}

}  // namespace

void addAutoscaler(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.scaling.by == WorkloadScaling::By::Hpa) {
        objects.push_back(podAutoscaler(plan, workload));
    } else if (workload.scaling.by == WorkloadScaling::By::Keda) {
        objects.push_back(scaledObject(plan, workload));
    }
}

void addTriggerAuthentication(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    const WorkloadScaling& scaling = workload.scaling;
    if (!scaling.usesPodIdentity && scaling.triggerCredentials.empty()) {
        return;
    }
    YamlValue object = namedObject("keda.sh/v1alpha1", "TriggerAuthentication", plan, workload);
    if (scaling.usesPodIdentity) {
        object["spec"]["podIdentity"].set("identityOwner", "keda").set("provider", "aws");
    }
    for (const auto& [parameter, file] : scaling.triggerCredentials) {
        object["spec"]["secretTargetRef"].add(
            YamlValue::mapping().set("key", file).set("name", workload.name).set("parameter", parameter));
    }
    objects.push_back(std::move(object));
}

void addDisruptionBudget(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.shape == WorkloadShape::Strimzi) {
        return;  // Strimzi makes one for its pods
    }
    YamlValue object = namedObject("policy/v1", "PodDisruptionBudget", plan, workload);
    object["spec"].set("maxUnavailable", 1);
    object["spec"]["selector"].set("matchLabels", selectorLabels(workload.name));
    object["spec"].set("unhealthyPodEvictionPolicy", "AlwaysAllow");
    objects.push_back(std::move(object));
}

}  // namespace tideline
