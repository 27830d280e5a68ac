// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

namespace tideline {
namespace {

YamlValue clusterObject(std::string_view kind, const CorePlan& plan, const Workload& workload) {
    YamlValue object;
    object.set("apiVersion", "rbac.authorization.k8s.io/v1").set("kind", kind);
    object["metadata"]
        .set("labels", objectLabels(plan, workload))
        .set("name", plan.application() + "-" + workload.name);
    return object;
}

}  // namespace

// Read rights by name, without wildcards and without Secrets (W25).
void addClusterRole(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.clusterReads.empty()) {
        return;
    }
    YamlValue role = clusterObject("ClusterRole", plan, workload);
    YamlValue rule;
    rule["apiGroups"].add("");
    for (const std::string& resource : workload.clusterReads) {
        rule["resources"].add(resource);
    }
    rule["verbs"].add("get").add("list").add("watch");
    role["rules"].add(std::move(rule));
    YamlValue binding = clusterObject("ClusterRoleBinding", plan, workload);
    binding["roleRef"]
        .set("apiGroup", "rbac.authorization.k8s.io")
        .set("kind", "ClusterRole")
        .set("name", plan.application() + "-" + workload.name);
    binding["subjects"].add(YamlValue::mapping()
                                .set("kind", "ServiceAccount")
                                .set("name", workload.name)
                                .set("namespace", plan.bridge.nameSpace));
    objects.push_back(std::move(role));
    objects.push_back(std::move(binding));
}

}  // namespace tideline
