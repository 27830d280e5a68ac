// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"

#include <fmt/format.h>

#include <array>

namespace tideline {
namespace {

struct PolicyRow {
    std::string_view key, title, severity, expression, message;
};

// Of pods; Kyverno applies each to the workloads that make them too.
constexpr std::array<PolicyRow, 6> kPolicies{{
    {"fixed-images", "Images are fixed", "medium",
     "object.spec.containers.all(c, c.image.contains('@sha256:') || (c.image.contains(':') && "
     "!c.image.endsWith(':latest')))",
     "Give every image a tag other than latest, or a digest."},
    {"known-owner", "Pods have an owner", "low",
     "has(object.metadata.labels) && 'owner' in object.metadata.labels && "
     "'app.kubernetes.io/name' in object.metadata.labels",
     "Label pods with owner and app.kubernetes.io/name."},
    {"bounded-resources", "Containers have requests and limits", "medium",
     "object.spec.containers.all(c, has(c.resources) && has(c.resources.requests) && has(c.resources.limits) && "
     "'cpu' in c.resources.requests && 'memory' in c.resources.requests && 'memory' in c.resources.limits)",
     "Give every container requests of CPU and memory, and a limit of memory."},
    {"read-only-root", "Containers do not write to their image", "high",
     "object.spec.containers.all(c, has(c.securityContext) && has(c.securityContext.readOnlyRootFilesystem) && "
     "c.securityContext.readOnlyRootFilesystem == true)",
     "Set readOnlyRootFilesystem, and mount an emptyDir where files are written."},
    {"no-secrets-in-variables", "Secrets come as files", "high",
     "object.spec.containers.all(c, !has(c.env) || c.env.all(e, !has(e.valueFrom) || "
     "!has(e.valueFrom.secretKeyRef)))",
     "Mount secrets as files; variables show up in dumps and child processes."},
    {"own-service-account", "Pods run under an account of their own", "medium",
     "has(object.spec.serviceAccountName) && object.spec.serviceAccountName != 'default'",
     "Give the pod a ServiceAccount of its own."},
}};

YamlValue policy(const CorePlan& plan, const PolicyRow& row) {
    YamlValue object = platformObject(plan, "policies.kyverno.io/v1", "ValidatingPolicy",
                                      fmt::format("{}-{}", plan.application(), row.key));
    object["metadata"]["annotations"]
        .set("policies.kyverno.io/category", "Best Practices")
        .set("policies.kyverno.io/severity", row.severity)
        .set("policies.kyverno.io/title", row.title);
    YamlValue& spec = object["spec"];
    spec["evaluation"]["background"].set("enabled", true);
    YamlValue& constraints = spec["matchConstraints"];
    constraints["namespaceSelector"]["matchLabels"].set("kubernetes.io/metadata.name", plan.bridge.nameSpace);
    YamlValue rule;
    rule["apiGroups"].add("");
    rule["apiVersions"].add("v1");
    rule["operations"].add("CREATE").add("UPDATE");
    rule["resources"].add("pods");
    constraints["resourceRules"].add(std::move(rule));
    // Audit first: a report shows what would be refused before anything is.
    spec["validationActions"].add("Audit");
    spec["validations"].add(YamlValue::mapping().set("expression", row.expression).set("message", row.message));
    return object;
}

}  // namespace

YamlList policyObjects(const CorePlan& plan) {
    YamlList objects;
    for (const PolicyRow& row : kPolicies) {
        objects.push_back(policy(plan, row));
    }
    return objects;
}

}  // namespace tideline
