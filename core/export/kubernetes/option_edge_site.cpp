// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"

#include <fmt/format.h>

namespace tideline {

YamlList edgeSiteObjects(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "helm.cattle.io/v1", "HelmChartConfig", "traefik");
    object["metadata"].set("namespace", "kube-system");
    std::string values = "providers:\n  kubernetesGateway:\n    enabled: true\n";
    if (const int port = plan.settings().nodePort; port > 0) {
        values += fmt::format("ports:\n  websecure:\n    nodePort: {}\nservice:\n  type: NodePort\n", port);
    }
    object["spec"].set("valuesContent", values);
    return {std::move(object)};
}

}  // namespace tideline
