// SPDX-License-Identifier: Apache-2.0
#include "core/export/exporter.h"
#include "core/export/helm/helm_exporter.h"
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/sam/sam_exporter.h"

#include <algorithm>
#include <array>

namespace tideline {
namespace {

constexpr std::array<Exporter, 3> kExporters{{
    {"kubernetes", "Kubernetes", "manifests and kustomize overlays for each environment", buildKubernetes},
    {"helm", "Helm chart", "one chart with values for each environment", buildHelm},
    {"sam", "AWS SAM", "a template with functions, their tests and the bridge to the core", buildSam},
}};

}  // namespace

std::span<const Exporter> exporters() {
    return kExporters;
}

const Exporter* findExporter(std::string_view key) {
    const auto found = std::ranges::find(kExporters, key, &Exporter::key);
    return found == kExporters.end() ? nullptr : &*found;
}

}  // namespace tideline
