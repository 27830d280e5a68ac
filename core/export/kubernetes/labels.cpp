// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"

#include <algorithm>

namespace tideline {
namespace {

bool isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string labelValue(std::string_view text) {
    std::string value(text.substr(0, 63));
    std::ranges::transform(value, value.begin(),
                           [](char c) { return isAlphanumeric(c) || c == '_' || c == '.' || c == '-' ? c : '-'; });
    while (!value.empty() && !isAlphanumeric(value.back())) {
        value.pop_back();
    }
    while (!value.empty() && !isAlphanumeric(value.front())) {
        value.erase(0, 1);
    }
    return value;
}

YamlValue selectorLabels(const std::string& name) {
    return YamlValue::mapping().set("app.kubernetes.io/instance", name).set("app.kubernetes.io/name", name);
}

YamlValue podLabels(const CorePlan& plan, const Workload& workload) {
    YamlValue labels = selectorLabels(workload.name);
    labels.set("app.kubernetes.io/component", workload.component);
    labels.set("app.kubernetes.io/part-of", plan.application());
    if (!workload.tag.empty()) {
        labels.set("app.kubernetes.io/version", labelValue(workload.tag));
    }
    labels.set("owner", plan.settings().owner);
    return labels;
}

YamlValue workloadLabels(const CorePlan& plan, const Workload& workload) {
    return podLabels(plan, workload).set("app.kubernetes.io/managed-by", "kustomize");
}

YamlValue objectLabels(const CorePlan& plan, const Workload& workload) {
    YamlValue labels = selectorLabels(workload.name);
    labels.set("app.kubernetes.io/managed-by", "kustomize");
    labels.set("app.kubernetes.io/part-of", plan.application());
    return labels;
}

YamlValue namedObject(std::string_view apiVersion, std::string_view kind, const CorePlan& plan,
                      const Workload& workload, std::string_view name) {
    YamlValue object;
    object.set("apiVersion", apiVersion).set("kind", kind);
    object["metadata"]
        .set("labels", objectLabels(plan, workload))
        .set("name", name.empty() ? workload.name : std::string(name))
        .set("namespace", plan.bridge.nameSpace);
    return object;
}

}  // namespace tideline
