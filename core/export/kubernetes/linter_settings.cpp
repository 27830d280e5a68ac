// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/linter_settings.h"

namespace tideline {

YamlValue kubeLinterSettings(const CorePlan& plan) {
    YamlValue settings;
    settings["checks"].set("addAllBuiltIn", true);
    // The built-in check of priority classes knows those of the system only; the one below knows ours too. Schemas are
    // kubeconform's part, which gets the schemas of all operators.
    settings["checks"]["exclude"].add("priority-class-name").add("schema-validation");
    YamlValue check = YamlValue::mapping()
                          .set("description", "Pods have the priority class of their application")
                          .set("name", "priority-class-of-the-application")
                          .set("remediation", "Set priorityClassName to the class in platform/namespace.yaml.")
                          .set("template", "priority-class-name");
    check["params"]["acceptedPriorityClassNames"].add(plan.priorityClass());
    check["scope"]["objectKinds"].add("DeploymentLike");
    settings["customChecks"].add(std::move(check));
    return settings;
}

}  // namespace tideline
