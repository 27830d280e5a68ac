// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/pod_template.h"

#include <algorithm>

namespace tideline {
namespace {

// KServe knows of a scaler by Prometheus alone; by anything else pods scale by their processor.
YamlValue scalingMetric(const Workload& workload) {
    YamlValue metric;
    if (workload.scaling.by != WorkloadScaling::By::Keda) {
        metric["resource"].set("name", "cpu");
        metric["resource"]["target"].set("averageUtilization", workload.scaling.cpuPercent).set("type", "Utilization");
        return metric.set("type", "Resource");
    }
    const YamlValue* asked = workload.scaling.triggers.front().find("metadata");
    YamlValue& external = metric["external"];
    external["metric"].set("backend", "prometheus");
    for (const char* member : {"query", "serverAddress"}) {
        if (const YamlValue* value = asked->find(member); value != nullptr) {
            external["metric"].set(member, *value);
        }
    }
    external["target"].set("type", "Value").set("value", *asked->find("threshold"));
    return metric.set("type", "External");
}

}  // namespace

YamlValue inferenceSpec(const CorePlan& plan, const Workload& workload) {
    YamlValue pod = podTemplate(plan, workload);
    YamlValue predictor = pod["spec"];
    predictor["autoScaling"]["metrics"].add(scalingMetric(workload));
    predictor.set("labels", *pod["metadata"].find("labels"));
    predictor.set("maxReplicas", workload.scaling.most).set("minReplicas", workload.scaling.least);
    return YamlValue::mapping().set("predictor", std::move(predictor));
}

}  // namespace tideline
