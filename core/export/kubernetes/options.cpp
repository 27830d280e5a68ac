// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"

#include <array>

namespace tideline {
namespace {

constexpr std::array<PlatformOption, 5> kOptions{{
    {"mesh", "security.istio.io/v1", "Istio 1.26 or newer in ambient mode (istio-cni and ztunnel)",
     "PeerAuthentication", &ExportSettings::istioAmbient, meshObjects},
    {"collector", "opentelemetry.io/v1beta1", "OpenTelemetry operator 0.130 or newer", "OpenTelemetryCollector",
     &ExportSettings::otelCollector, collectorObjects},
    {"policies", "policies.kyverno.io/v1", "Kyverno 1.17 or newer", "ValidatingPolicy", &ExportSettings::kyverno,
     policyObjects},
    {"edge-site", "helm.cattle.io/v1", "K3s 1.32 or newer with its own Traefik", "HelmChartConfig, Gateway, HTTPRoute",
     &ExportSettings::k3s, edgeSiteObjects},
    {"nodes", "eks.amazonaws.com/v1", "EKS Auto Mode", "NodeClass, NodePool", &ExportSettings::eksAutoNodes,
     nodeObjects},
}};

}  // namespace

std::vector<const PlatformOption*> chosenOptions(const CorePlan& plan) {
    std::vector<const PlatformOption*> chosen;
    for (const PlatformOption& option : kOptions) {
        if (plan.settings().*option.isOn) {
            chosen.push_back(&option);
        }
    }
    return chosen;
}

}  // namespace tideline
