// SPDX-License-Identifier: Apache-2.0
#include "core/export/backstage/backstage_exporter.h"
#include "core/export/ci/ci_exporter.h"
#include "core/export/compose/compose_exporter.h"
#include "core/export/exporter.h"
#include "core/export/gitops/gitops_exporter.h"
#include "core/export/helm/helm_exporter.h"
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/runbook/runbook_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "core/export/terraform/terraform_exporter.h"
#include "core/export/wasm/wasm_exporter.h"

#include <algorithm>
#include <array>

namespace tideline {
namespace {

constexpr std::array<Exporter, 10> kExporters{{
    {"kubernetes", "Kubernetes", "manifests and kustomize overlays for each environment", buildKubernetes},
    {"helm", "Helm chart", "one chart with values for each environment", buildHelm},
    {"sam", "AWS SAM", "a template with functions, their tests and the bridge to the core", buildSam},
    {"wasm", "WebAssembly", "components for Spin, wasmCloud and Cloudflare Workers", buildWasm},
    {"gitops", "GitOps", "what makes Argo CD or Flux follow the manifests in git", buildGitops},
    {"terraform", "Terraform", "secrets and roles that neither manifests nor stack make", buildTerraform},
    {"compose", "Docker Compose", "the core on one machine, and what cannot run there", buildCompose},
    {"backstage", "Backstage", "the catalogue's System, Components, APIs and Resources", buildBackstage},
    {"ci", "GitHub Actions", "workflows that check, build and deploy", buildCi},
    {"runbook", "Runbooks", "seven steps a service when something fails", buildRunbook},
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
