// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

namespace tideline {
namespace {

// The Service of KServe carries labels of its own making: the pods are found by ours, and their figures keep the name
// by which scalers ask for them.
YamlValue podMonitor(const CorePlan& plan, const Workload& workload) {
    YamlValue object = namedObject("monitoring.coreos.com/v1", "PodMonitor", plan, workload);
    object["spec"].set("jobLabel", "app.kubernetes.io/name");
    object["spec"]["namespaceSelector"]["matchNames"].add(plan.bridge.nameSpace);
    object["spec"]["podMetricsEndpoints"].add(YamlValue::mapping()
                                                  .set("interval", "30s")
                                                  .set("path", workload.metricsPath)
                                                  .set("port", workload.metricsPort)
                                                  .set("scrapeTimeout", "10s"));
    object["spec"]["selector"].set("matchLabels", selectorLabels(workload.name));
    return object;
}

}  // namespace

void addServiceMonitor(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.metricsPort.empty()) {
        return;
    }
    if (workload.shape == WorkloadShape::Inference) {
        objects.push_back(podMonitor(plan, workload));
        return;
    }
    YamlValue object = namedObject("monitoring.coreos.com/v1", "ServiceMonitor", plan, workload);
    object["spec"]["endpoints"].add(YamlValue::mapping()
                                        .set("interval", "30s")
                                        .set("path", workload.metricsPath)
                                        .set("port", workload.metricsPort)
                                        .set("scrapeTimeout", "10s"));
    object["spec"]["namespaceSelector"]["matchNames"].add(plan.bridge.nameSpace);
    object["spec"]["selector"].set("matchLabels", selectorLabels(workload.name));
    objects.push_back(std::move(object));
}

void addAlertRules(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.alerts.empty()) {
        return;
    }
    YamlValue object = namedObject("monitoring.coreos.com/v1", "PrometheusRule", plan, workload);
    YamlValue group = YamlValue::mapping().set("name", workload.name);
    for (const WorkloadAlert& alert : workload.alerts) {
        YamlValue rule = YamlValue::mapping().set("alert", alert.name);
        rule["annotations"].set("summary", alert.summary);
        rule.set("expr", alert.expression).set("for", alert.hold);
        rule["labels"].set("service", workload.name).set("severity", alert.severity);
        group["rules"].add(std::move(rule));
    }
    object["spec"]["groups"].add(std::move(group));
    objects.push_back(std::move(object));
}

}  // namespace tideline
