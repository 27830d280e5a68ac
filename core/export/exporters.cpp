// SPDX-License-Identifier: Apache-2.0
#include "core/export/exporter.h"
#include "core/export/kubernetes/kubernetes_exporter.h"

#include <algorithm>
#include <array>

namespace tideline {
namespace {

constexpr std::array<Exporter, 1> kExporters{{
    {"kubernetes", "Kubernetes", "manifests and kustomize overlays for each environment", buildKubernetes},
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
