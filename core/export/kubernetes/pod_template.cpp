// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/pod_template.h"

#include "core/export/kubernetes/labels.h"

#include <fmt/format.h>

namespace tideline {
namespace {

YamlValue nodeAffinity() {
    YamlValue expression = YamlValue::mapping().set("key", "kubernetes.io/os").set("operator", "In");
    expression["values"].add("linux");
    YamlValue term;
    term["matchExpressions"].add(std::move(expression));
    YamlValue affinity;
    affinity["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"].add(std::move(term));
    return affinity;
}

YamlValue podAntiAffinity(const Workload& workload) {
    YamlValue preferred;
    preferred["podAffinityTerm"]["labelSelector"].set("matchLabels", selectorLabels(workload.name));
    preferred["podAffinityTerm"].set("topologyKey", "kubernetes.io/hostname");
    preferred.set("weight", 100);
    YamlValue affinity;
    affinity["preferredDuringSchedulingIgnoredDuringExecution"].add(std::move(preferred));
    return affinity;
}

YamlValue topologySpread(const Workload& workload) {
    YamlValue constraint;
    constraint["labelSelector"].set("matchLabels", selectorLabels(workload.name));
    if (workload.shape == WorkloadShape::Deployment) {
        constraint["matchLabelKeys"].add("pod-template-hash");
    }
    constraint.set("maxSkew", 1)
        .set("topologyKey", "topology.kubernetes.io/zone")
        .set("whenUnsatisfiable", "ScheduleAnyway");
    return constraint;
}

YamlValue mount(const std::string& name, const std::string& path) {
    return YamlValue::mapping().set("mountPath", path).set("name", name);
}

YamlList mountsOf(const Workload& workload) {
    YamlList mounts;
    for (const ScratchVolume& scratch : workload.scratch) {
        mounts.push_back(mount(scratch.name, scratch.path));
    }
    if (!workload.credentials.empty()) {
        mounts.push_back(mount("credentials", workload.credentialsPath).set("readOnly", true));
    }
    if (!workload.files.empty()) {
        mounts.push_back(mount("files", workload.filesPath).set("readOnly", true));
    }
    if (workload.volume) {
        mounts.push_back(mount("storage", workload.volume->path));
    }
    for (const SharedVolume& shared : workload.sharedVolumes) {
        mounts.push_back(mount(shared.claim, shared.path));
    }
    if (!workload.clusterReads.empty()) {
        mounts.push_back(mount("cluster-access", kTokenPath).set("readOnly", true));
    }
    return mounts;
}

YamlValue claimVolume(const std::string& name, const std::string& claim) {
    YamlValue volume = YamlValue::mapping().set("name", name);
    volume["persistentVolumeClaim"].set("claimName", claim);
    return volume;
}

// 288 is 0440: the owner and the group of the pod read, nobody else does.
YamlList volumesOf(const Workload& workload) {
    YamlList volumes;
    for (const ScratchVolume& scratch : workload.scratch) {
        YamlValue volume = YamlValue::mapping().set("name", scratch.name);
        if (scratch.isInMemory) {
            volume["emptyDir"].set("medium", "Memory");
        }
        volume["emptyDir"].set("sizeLimit", scratch.size);
        volumes.push_back(std::move(volume));
    }
    if (!workload.credentials.empty()) {
        YamlValue volume = YamlValue::mapping().set("name", "credentials");
        volume["secret"].set("defaultMode", 288).set("secretName", workload.name);
        volumes.push_back(std::move(volume));
    }
    if (!workload.files.empty()) {
        YamlValue volume = YamlValue::mapping().set("name", "files");
        volume["configMap"].set("defaultMode", 288).set("name", workload.name + "-files");
        volumes.push_back(std::move(volume));
    }
    if (workload.volume && workload.shape != WorkloadShape::StatefulSet) {
        volumes.push_back(claimVolume("storage", workload.claimName()));
    }
    for (const SharedVolume& shared : workload.sharedVolumes) {
        volumes.push_back(claimVolume(shared.claim, shared.claim));
    }
    if (!workload.clusterReads.empty()) {
        volumes.push_back(tokenVolume());
    }
    return volumes;
}

YamlList variablesOf(const Workload& workload) {
    YamlList variables;
    for (const auto& [name, field] : workload.podFields) {
        YamlValue variable = YamlValue::mapping().set("name", name);
        variable["valueFrom"]["fieldRef"].set("fieldPath", field);
        variables.push_back(std::move(variable));
    }
    return variables;
}

void setTexts(YamlValue& container, const char* member, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        container[member].add(text);
    }
}

void setPorts(YamlValue& container, const Workload& workload) {
    for (const WorkloadPort& port : workload.ports) {
        // A port of a container beside it is declared there.
        const bool isOfSidecar = port.name == "metrics" && !workload.sidecars.empty();
        if (!isOfSidecar) {
            container["ports"].add(YamlValue::mapping()
                                       .set("containerPort", port.container)
                                       .set("name", port.name)
                                       .set("protocol", "TCP"));
        }
    }
}

void setProbe(YamlValue& container, const char* member, const YamlValue& probe) {
    if (!probe.isNull()) {
        container.set(member, probe);
    }
}

YamlValue podSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue spec;
    spec["affinity"].set("nodeAffinity", nodeAffinity()).set("podAntiAffinity", podAntiAffinity(workload));
    spec.set("automountServiceAccountToken", false);
    spec["containers"].add(mainContainer(workload));
    for (const YamlValue& sidecar : workload.sidecars) {
        spec["containers"].add(completedContainer(sidecar));
    }
    spec["dnsConfig"]["options"].add(YamlValue::mapping().set("name", "ndots").set("value", "2"));
    spec.set("enableServiceLinks", false);
    for (const YamlValue& container : workload.initContainers) {
        spec["initContainers"].add(completedContainer(container));
    }
    spec.set("priorityClassName", plan.priorityClass());
    spec.set("restartPolicy", workload.schedule ? "OnFailure" : "Always");
    spec.set("securityContext", podSecurityContext(workload));
    spec.set("serviceAccountName", workload.name);
    spec.set("terminationGracePeriodSeconds", workload.graceSeconds);
    if (workload.gpus > 0) {
        spec.set("tolerations", podTolerations(workload));
    }
    spec["topologySpreadConstraints"].add(topologySpread(workload));
    spec.set("volumes", volumesOf(workload));
    return spec;
}

}  // namespace

YamlValue podSecurityContext(const Workload& workload) {
    YamlValue context;
    context.set("fsGroup", kPodUser).set("fsGroupChangePolicy", "OnRootMismatch");
    context.set("runAsGroup", kPodUser).set("runAsNonRoot", true).set("runAsUser", kPodUser);
    context["seccompProfile"].set("type", "RuntimeDefault");
    for (const int group : workload.supplementalGroups) {
        context["supplementalGroups"].add(group);
    }
    return context;
}

YamlValue containerSecurityContext() {
    YamlValue context;
    context.set("allowPrivilegeEscalation", false);
    context["capabilities"]["drop"].add("ALL");
    context.set("privileged", false).set("readOnlyRootFilesystem", true);
    context.set("runAsGroup", kPodUser).set("runAsNonRoot", true).set("runAsUser", kPodUser);
    context["seccompProfile"].set("type", "RuntimeDefault");
    return context;
}

YamlList podTolerations(const Workload& workload) {
    if (workload.gpus <= 0) {
        return {};
    }
    return {YamlValue::mapping().set("effect", "NoSchedule").set("key", kGpuTaint).set("operator", "Exists")};
}

YamlValue tokenVolume() {
    YamlValue token;
    token["serviceAccountToken"].set("expirationSeconds", 3600).set("path", "token");
    YamlValue certificates;
    certificates["configMap"]["items"].add(YamlValue::mapping().set("key", "ca.crt").set("path", "ca.crt"));
    certificates["configMap"].set("name", "kube-root-ca.crt");
    YamlValue volume = YamlValue::mapping().set("name", "cluster-access");
    volume["projected"].set("defaultMode", 288);
    volume["projected"]["sources"].add(std::move(token)).add(std::move(certificates));
    return volume;
}

YamlValue completedContainer(YamlValue container) {
    container.set("imagePullPolicy", "Always");
    container.set("securityContext", containerSecurityContext());
    container.set("terminationMessagePolicy", "FallbackToLogsOnError");
    return container;
}

YamlValue mainContainer(const Workload& workload) {
    YamlValue container;
    setTexts(container, "args", workload.args);
    setTexts(container, "command", workload.command);
    if (!workload.podFields.empty()) {
        container.set("env", variablesOf(workload));
    }
    if (!workload.environment.empty()) {
        YamlValue source;
        source["configMapRef"].set("name", workload.name);
        container["envFrom"].add(std::move(source));
    }
    container.set("image", workload.baseImage());
    if (workload.preStopSeconds > 0 && !workload.schedule) {
        container["lifecycle"]["preStop"]["sleep"].set("seconds", workload.preStopSeconds);
    }
    setProbe(container, "livenessProbe", workload.liveness);
    container.set("name", workload.shape == WorkloadShape::Inference ? kModelContainer : workload.name);
    setPorts(container, workload);
    setProbe(container, "readinessProbe", workload.readiness);
    container.set("resources", workload.resources);
    setProbe(container, "startupProbe", workload.startup);
    container.set("volumeMounts", mountsOf(workload));
    return completedContainer(std::move(container));
}

YamlValue knativeSpec(const CorePlan& plan, const Workload& workload) {
    const WorkloadServerless& serverless = *workload.serverless;
    YamlValue revision;
    revision["metadata"]["annotations"]
        .set("autoscaling.knative.dev/max-scale", fmt::format("{}", serverless.most))
        .set("autoscaling.knative.dev/metric", "concurrency")
        .set("autoscaling.knative.dev/min-scale", fmt::format("{}", serverless.least))
        .set("autoscaling.knative.dev/target-utilization-percentage", "70");
    revision["metadata"].set("labels", podLabels(plan, workload));
    YamlValue& spec = revision["spec"];
    spec.set("automountServiceAccountToken", false).set("containerConcurrency", serverless.concurrency);
    spec["containers"].add(mainContainer(workload));
    spec.set("enableServiceLinks", false).set("serviceAccountName", workload.name);
    spec.set("timeoutSeconds", serverless.timeoutSeconds).set("volumes", volumesOf(workload));
    return YamlValue::mapping().set("template", std::move(revision));
}

YamlValue podTemplate(const CorePlan& plan, const Workload& workload) {
    YamlValue pod;
    pod["metadata"].set("labels", podLabels(plan, workload));
    pod.set("spec", podSpec(plan, workload));
    return pod;
}

}  // namespace tideline
