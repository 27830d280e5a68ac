// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"

#include <array>

namespace tideline {
namespace {

template <bool ExportSettings::*Member>
bool isSet(const CorePlan& plan) {
    return plan.settings().*Member;
}

constexpr std::array<PlatformOption, 6> kOptions{{
    {"mesh", "security.istio.io/v1", "Istio 1.26 or newer in ambient mode (istio-cni and ztunnel)",
     "PeerAuthentication", isSet<&ExportSettings::istioAmbient>, meshObjects},
    {"collector", "opentelemetry.io/v1beta1", "OpenTelemetry operator 0.130 or newer", "OpenTelemetryCollector",
     isSet<&ExportSettings::otelCollector>, collectorObjects},
    {"policies", "policies.kyverno.io/v1", "Kyverno 1.17 or newer", "ValidatingPolicy", isSet<&ExportSettings::kyverno>,
     policyObjects},
    {"edge-site", "helm.cattle.io/v1", "K3s 1.32 or newer with its own Traefik", "HelmChartConfig, Gateway, HTTPRoute",
     isSet<&ExportSettings::k3s>, edgeSiteObjects},
    {"nodes", "eks.amazonaws.com/v1", "EKS Auto Mode", "NodeClass, NodePool", isSet<&ExportSettings::eksAutoNodes>,
     nodeObjects},
    {"shared-storage", "storage.k8s.io/v1", "The EFS CSI driver, and the file system that the StorageClass names",
     "StorageClass", usesSharedStorage, storageObjects},
}};

}  // namespace

std::vector<const PlatformOption*> chosenOptions(const CorePlan& plan) {
    std::vector<const PlatformOption*> chosen;
    for (const PlatformOption& option : kOptions) {
        if (option.isOn(plan)) {
            chosen.push_back(&option);
        }
    }
    return chosen;
}

}  // namespace tideline
