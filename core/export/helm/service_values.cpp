// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/chart_values.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/kubernetes/pod_template.h"

#include <algorithm>

namespace tideline {
namespace {

YamlValue pairsOf(const TextPairs& pairs) {
    YamlValue values = YamlValue::mapping();
    for (const auto& [key, value] : pairs) {
        values.set(key, value);
    }
    return values;
}

YamlValue textsOf(const std::vector<std::string>& texts) {
    YamlValue values = YamlValue::list();
    for (const std::string& text : texts) {
        values.add(text);
    }
    return values;
}

// Leaves out what is empty, so that a person reads only what the service has.
void setFilled(YamlValue& values, const char* key, YamlValue value) {
    const bool isEmpty = value.isNull() || (value.isMapping() && std::get<YamlMembers>(value.variant()).empty()) ||
                         (value.isList() && std::get<YamlList>(value.variant()).empty());
    if (!isEmpty) {
        values.set(key, std::move(value));
    }
}

YamlValue portsOf(const Workload& workload) {
    YamlValue ports = YamlValue::list();
    for (const WorkloadPort& port : workload.ports) {
        YamlValue entry =
            YamlValue::mapping().set("name", port.name).set("container", port.container).set("service", port.service);
        if (!port.appProtocol.empty()) {
            entry.set("appProtocol", port.appProtocol);
        }
        if (port.name == "metrics" && !workload.sidecars.empty()) {
            entry.set("sidecar", true);
        }
        ports.add(std::move(entry));
    }
    return ports;
}

YamlValue probesOf(const Workload& workload) {
    YamlValue probes = YamlValue::mapping();
    setFilled(probes, "liveness", workload.liveness);
    setFilled(probes, "readiness", workload.readiness);
    setFilled(probes, "startup", workload.startup);
    return probes;
}

YamlValue authenticationOf(const WorkloadScaling& scaling) {
    YamlValue values = YamlValue::mapping();
    if (scaling.usesPodIdentity) {
        values.set("podIdentity", true);
    }
    for (const auto& [parameter, file] : scaling.triggerCredentials) {
        values["secrets"].add(YamlValue::mapping().set("parameter", parameter).set("file", file));
    }
    return values;
}

YamlValue scalingOf(const WorkloadScaling& scaling) {
    YamlValue values = YamlValue::mapping();
    if (scaling.by != WorkloadScaling::By::Hpa && scaling.by != WorkloadScaling::By::Keda) {
        return values;
    }
    const bool isByEvents = scaling.by == WorkloadScaling::By::Keda;
    values.set("by", isByEvents ? "events" : "cpu").set("least", scaling.least).set("most", scaling.most);
    if (!isByEvents) {
        return values.set("cpuPercent", scaling.cpuPercent);
    }
    values.set("fallbackReplicas", std::max(scaling.least, 2));
    values.set("pollingSeconds", scaling.pollingSeconds).set("cooldownSeconds", scaling.cooldownSeconds);
    setFilled(values, "authentication", authenticationOf(scaling));
    return values.set("triggers", scaling.triggers);
}

YamlValue filesOf(const Workload& workload) {
    YamlValue values = YamlValue::mapping();
    if (!workload.files.empty()) {
        values.set("path", workload.filesPath);
        for (const ConfigFile& file : workload.files) {
            values["data"].set(file.name, file.text);
        }
    }
    return values;
}

YamlValue credentialsOf(const Workload& workload) {
    YamlValue values = YamlValue::mapping();
    if (workload.credentials.empty()) {
        return values;
    }
    values.set("path", workload.credentialsPath);
    for (const CredentialFile& file : workload.credentials) {
        values["data"].add(
            YamlValue::mapping().set("file", file.name).set("key", file.remoteKey).set("property", file.property));
    }
    setFilled(values, "templates", pairsOf(workload.credentialTemplates));
    return values;
}

YamlValue scratchOf(const Workload& workload) {
    YamlValue values = YamlValue::list();
    for (const ScratchVolume& scratch : workload.scratch) {
        YamlValue entry =
            YamlValue::mapping().set("name", scratch.name).set("path", scratch.path).set("size", scratch.size);
        if (scratch.isInMemory) {
            entry.set("inMemory", true);
        }
        values.add(std::move(entry));
    }
    return values;
}

YamlValue volumeOf(const Workload& workload) {
    if (!workload.volume) {
        return {};
    }
    const WorkloadVolume& volume = *workload.volume;
    return YamlValue::mapping()
        .set("size", volume.size)
        .set("storageClass", volume.storageClass)
        .set("accessMode", volume.accessMode)
        .set("path", volume.path);
}

YamlValue sharedVolumesOf(const Workload& workload) {
    YamlValue values = YamlValue::list();
    for (const SharedVolume& shared : workload.sharedVolumes) {
        values.add(YamlValue::mapping().set("claim", shared.claim).set("path", shared.path));
    }
    return values;
}

YamlValue rulesOf(const std::vector<NetworkRule>& rules) {
    YamlValue values = YamlValue::list();
    for (const NetworkRule& rule : rules) {
        YamlValue entry = YamlValue::mapping();
        if (!rule.service.empty()) {
            entry.set("service", rule.service);
            if (rule.serviceLabel != "app.kubernetes.io/name") {
                entry.set("label", rule.serviceLabel);
            }
        } else if (!rule.nameSpace.empty()) {
            entry.set("namespace", rule.nameSpace);
        } else {
            entry.set("cidr", rule.cidr);
            setFilled(entry, "except", textsOf(rule.except));
        }
        for (const int port : rule.ports) {
            entry["ports"].add(port);
        }
        values.add(std::move(entry));
    }
    return values;
}

YamlValue routesOf(const Workload& workload) {
    YamlValue values = YamlValue::list();
    for (const WorkloadRoute& route : workload.routes) {
        YamlValue entry = YamlValue::mapping()
                              .set("protocol", route.isGrpc ? "grpc" : "http")
                              .set("gateway", route.gateway)
                              .set("host", route.host)
                              .set("path", route.path)
                              .set("port", route.port);
        if (route.listener != "https") {
            entry.set("listener", route.listener);
        }
        if (route.requestSeconds > 0 && !route.isGrpc) {
            entry.set("timeoutSeconds", route.requestSeconds);
        }
        values.add(std::move(entry));
    }
    return values;
}

YamlValue alertsOf(const Workload& workload) {
    YamlValue values = YamlValue::list();
    for (const WorkloadAlert& alert : workload.alerts) {
        values.add(YamlValue::mapping()
                       .set("name", alert.name)
                       .set("summary", alert.summary)
                       .set("expression", alert.expression)
                       .set("hold", alert.hold)
                       .set("severity", alert.severity));
    }
    return values;
}

// The objects of an operator as they are, without the labels that the chart puts on everything.
YamlValue operatorObjects(const CorePlan& plan, const Workload& workload) {
    YamlValue values = YamlValue::list();
    for (const YamlValue& object : objectsOf(plan, workload)) {
        const YamlValue& metadata = *object.find("metadata");
        YamlValue entry = YamlValue::mapping()
                              .set("apiVersion", *object.find("apiVersion"))
                              .set("kind", *object.find("kind"))
                              .set("name", *metadata.find("name"));
        if (const YamlValue* annotations = metadata.find("annotations"); annotations != nullptr) {
            entry.set("annotations", *annotations);
        }
        if (workload.shape == WorkloadShape::Claim) {
            entry["annotations"].set("helm.sh/resource-policy", "keep");
        }
        if (const YamlValue* cluster = metadata.find("labels")->find("strimzi.io/cluster"); cluster != nullptr) {
            entry["labels"].set("strimzi.io/cluster", *cluster);
        }
        values.add(entry.set("spec", *object.find("spec")));
    }
    return values;
}

void setPods(YamlValue& values, const Workload& workload) {
    setFilled(values, "resources", workload.resources);
    setFilled(values, "ports", portsOf(workload));
    values.set("clusterService", workload.hasPart("service") && !workload.ports.empty());
    if (!workload.headlessName().empty()) {
        values.set("headlessService", workload.headlessName());
    }
    if (!workload.podsHost.empty()) {
        values.set("podsHost", workload.podsHost);
    }
    setFilled(values, "probes", probesOf(workload));
    setFilled(values, "config", pairsOf(workload.environment));
    setFilled(values, "podFields", pairsOf(workload.podFields));
    setFilled(values, "files", filesOf(workload));
    setFilled(values, "credentials", credentialsOf(workload));
    setFilled(values, "scratch", scratchOf(workload));
    setFilled(values, "volume", volumeOf(workload));
    setFilled(values, "sharedVolumes", sharedVolumesOf(workload));
    setFilled(values, "tolerations", podTolerations(workload));
    setFilled(values, "initContainers", workload.initContainers);
    setFilled(values, "sidecars", workload.sidecars);
    for (const int group : workload.supplementalGroups) {
        values["podSecurityContext"]["supplementalGroups"].add(group);
    }
    values["network"].set("ingress", rulesOf(workload.ingress)).set("egress", rulesOf(workload.egress));
    setFilled(values, "routes", routesOf(workload));
    if (!workload.metricsPort.empty()) {
        values["metrics"].set("port", workload.metricsPort).set("path", workload.metricsPath);
    }
    setFilled(values, "alerts", alertsOf(workload));
    if (workload.schedule) {
        if (workload.shape == WorkloadShape::CronJob) {
            values["schedule"].set("cron", workload.schedule->cron);
        }
        values["schedule"].set("deadlineSeconds", workload.schedule->deadlineSeconds);
    }
    setFilled(values, "clusterReads", textsOf(workload.clusterReads));
    values.set("disruptionBudget", workload.hasPart("disruption-budget"));
    values.set("preStopSeconds", workload.preStopSeconds).set("graceSeconds", workload.graceSeconds);
}

}  // namespace

YamlValue serviceValues(const CorePlan& plan, const Workload& workload) {
    const bool isOperated = workload.shape == WorkloadShape::Strimzi || workload.shape == WorkloadShape::Claim;
    YamlValue values = YamlValue::mapping()
                           .set("workload", isOperated ? "operator" : keyOf(workload.shape))
                           .set("description", workload.profile->name)
                           .set("component", workload.component);
    if (isOperated) {
        return values.set("objects", operatorObjects(plan, workload));
    }
    values["image"].set("repository", workload.repository).set("tag", workload.tag);
    setFilled(values, "command", textsOf(workload.command));
    setFilled(values, "args", textsOf(workload.args));
    setFilled(values, "annotations", pairsOf(workload.annotations));
    if (workload.serverless) {
        values["serverless"]
            .set("least", workload.serverless->least)
            .set("most", workload.serverless->most)
            .set("concurrency", workload.serverless->concurrency)
            .set("timeoutSeconds", workload.serverless->timeoutSeconds)
            .set("public", workload.serverless->isPublic);
    }
    const bool isFixed = workload.scaling.by == WorkloadScaling::By::Fixed && !workload.schedule;
    if (isFixed) {
        values.set("replicas", workload.scaling.replicas);
    }
    setFilled(values, "autoscaling", scalingOf(workload.scaling));
    setPods(values, workload);
    return values;
}

}  // namespace tideline
