// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/kubernetes/pod_template.h"

namespace tideline {
namespace {

YamlValue annotationsOf(const CorePlan& plan, const Workload& workload) {
    YamlValue annotations = YamlValue::mapping()
                                .set("email", plan.settings().email)
                                .set("kubernetes.io/description", workload.profile->name);
    for (const auto& [key, value] : workload.annotations) {
        annotations.set(key, value);
    }
    return annotations;
}

YamlValue workloadObject(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject(apiVersionOf(workload.shape), objectKindOf(workload.shape), plan, workload);
    object["metadata"].set("annotations", annotationsOf(plan, workload)).set("labels", workloadLabels(plan, workload));
    return object;
}

void setSelector(YamlValue& spec, const Workload& workload) {
    spec["selector"].set("matchLabels", selectorLabels(workload.name));
}

YamlValue deploymentSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec.set("minReadySeconds", 5).set("progressDeadlineSeconds", 600);
    if (workload.scaling.by == WorkloadScaling::By::Fixed) {
        spec.set("replicas", workload.scaling.replicas);
    }
    spec.set("revisionHistoryLimit", 5);
    setSelector(spec, workload);
    spec["strategy"]["rollingUpdate"].set("maxSurge", 1).set("maxUnavailable", 0);
    spec["strategy"].set("type", "RollingUpdate");
    spec.set("template", podTemplate(plan, workload));
    return spec;
}

YamlValue claimSpec(const WorkloadVolume& volume) {
    YamlValue spec;
    spec["accessModes"].add(volume.accessMode);
    spec["resources"]["requests"].set("storage", volume.size);
    if (!volume.storageClass.empty()) {
        spec.set("storageClassName", volume.storageClass);
    }
    return spec;
}

YamlValue volumeClaim(const Workload& workload) {
    YamlValue claim;
    claim["metadata"].set("labels", selectorLabels(workload.name)).set("name", "storage");
    return claim.set("spec", claimSpec(*workload.volume));
}

YamlValue statefulSetSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec.set("minReadySeconds", 5);
    if (workload.volume) {
        spec["persistentVolumeClaimRetentionPolicy"].set("whenDeleted", "Retain").set("whenScaled", "Retain");
    }
    // Brokers that look for each other start together; a single one has nobody to wait for.
    spec.set("podManagementPolicy", "Parallel");
    spec.set("replicas", workload.scaling.replicas).set("revisionHistoryLimit", 5);
    setSelector(spec, workload);
    spec.set("serviceName", workload.headlessName());
    spec.set("template", podTemplate(plan, workload));
    spec["updateStrategy"].set("type", "RollingUpdate");
    if (workload.volume) {
        spec["volumeClaimTemplates"].add(volumeClaim(workload));
    }
    return spec;
}

YamlValue daemonSetSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec.set("minReadySeconds", 5).set("revisionHistoryLimit", 5);
    setSelector(spec, workload);
    spec.set("template", podTemplate(plan, workload));
    spec["updateStrategy"]["rollingUpdate"].set("maxUnavailable", 1);
    spec["updateStrategy"].set("type", "RollingUpdate");
    return spec;
}

YamlValue jobSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec.set("activeDeadlineSeconds", workload.schedule->deadlineSeconds).set("backoffLimit", 2);
    spec.set("template", podTemplate(plan, workload));
    if (workload.shape != WorkloadShape::CronJob) {
        spec.set("ttlSecondsAfterFinished", 86400);
    }
    return spec;
}

YamlValue cronJobSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec.set("concurrencyPolicy", "Forbid").set("failedJobsHistoryLimit", 3);
    spec["jobTemplate"]["metadata"].set("labels", podLabels(plan, workload));
    spec["jobTemplate"].set("spec", jobSpec(plan, workload));
    spec.set("schedule", workload.schedule->cron).set("startingDeadlineSeconds", 300);
    spec.set("successfulJobsHistoryLimit", 3).set("timeZone", "Etc/UTC");
    return spec;
}

// One run a message: none is cut short when fewer are needed.
YamlValue scaledJobSpec(const CorePlan& plan, const Workload& workload) {
    const WorkloadScaling& scaling = workload.scaling;
    YamlValue spec;
    spec.set("failedJobsHistoryLimit", 3).set("jobTargetRef", jobSpec(plan, workload));
    spec.set("maxReplicaCount", scaling.most).set("minReplicaCount", scaling.least);
    spec.set("pollingInterval", scaling.pollingSeconds);
    spec["rollout"].set("propagationPolicy", "foreground").set("strategy", "gradual");
    spec["scalingStrategy"].set("strategy", "default");
    return spec.set("successfulJobsHistoryLimit", 3).set("triggers", scaling.triggers);
}

YamlValue specOf(const CorePlan& plan, const Workload& workload) {
    switch (workload.shape) {
    case WorkloadShape::Deployment: return deploymentSpec(plan, workload);
    case WorkloadShape::StatefulSet: return statefulSetSpec(plan, workload);
    case WorkloadShape::DaemonSet: return daemonSetSpec(plan, workload);
    case WorkloadShape::CronJob: return cronJobSpec(plan, workload);
    case WorkloadShape::Job: return jobSpec(plan, workload);
    case WorkloadShape::ScaledJob: return scaledJobSpec(plan, workload);
    case WorkloadShape::Inference: return inferenceSpec(plan, workload);
    case WorkloadShape::Knative: return knativeSpec(plan, workload);
    case WorkloadShape::Strimzi:
    case WorkloadShape::Claim: break;
    }
    return YamlValue::mapping();
}

}  // namespace

void addVolumeClaim(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.volume && workload.shape != WorkloadShape::StatefulSet) {
        YamlValue object = namedObject("v1", "PersistentVolumeClaim", plan, workload, workload.claimName());
        objects.push_back(object.set("spec", claimSpec(*workload.volume)));
    }
}

void addWorkload(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    YamlValue object = workloadObject(plan, workload);
    if (workload.serverless && !workload.serverless->isPublic) {
        object["metadata"]["labels"].set("networking.knative.dev/visibility", "cluster-local");
    }
    if (workload.shape == WorkloadShape::Inference) {
        const bool isByEvents = workload.scaling.by == WorkloadScaling::By::Keda;
        object["metadata"]["annotations"]
            .set("serving.kserve.io/autoscalerClass", isByEvents ? "keda" : "hpa")
            .set("serving.kserve.io/deploymentMode", "Standard");
    }
    object.set("spec", specOf(plan, workload));
    objects.push_back(std::move(object));
}

}  // namespace tideline
