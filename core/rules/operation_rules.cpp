// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

struct Product {
    std::string_view key, title;
};

constexpr std::array kDeploySystems{
    Product{"argo-cd", "Argo CD"}, Product{"flux", "Flux"},           Product{"gitops", "GitOps"},
    Product{"helm", "Helm"},       Product{"kustomize", "Kustomize"}, Product{"sam", "SAM"},
    Product{"wasm", "Wasm"},       Product{"terraform", "Terraform"},
};

std::string titleOf(const std::string& key) {
    const auto at = std::ranges::find(kDeploySystems, key, &Product::key);
    return at == kDeploySystems.end() ? key : std::string(at->title);
}

bool uses(const Design& design, Host host) {
    return std::ranges::any_of(design.services, [host](const Service& service) { return service.host == host; });
}

bool isHybrid(const Design& design) {
    return uses(design, Host::Kubernetes) && uses(design, Host::Function);
}

std::size_t distinct(const std::vector<std::string>& names) {
    return std::set<std::string>(names.begin(), names.end()).size();
}

}  // namespace

void checkTwoDeploySystems(const Figures& figures, Findings& findings) {
    const std::vector<std::string>& systems = figures.design.settings.cluster.deploySystems;
    if (!isHybrid(figures.design) || distinct(systems) < 2) {
        return;
    }
    std::vector<std::string> titles;
    for (const std::string& system : systems) {
        if (std::ranges::find(titles, titleOf(system)) == titles.end()) {
            titles.push_back(titleOf(system));
        }
    }
    findings.push_back(
        found({}, fmt::format("The design is deployed in {} ways ({}).", titles.size(), fmt::join(titles, ", ")),
              "Let one pipeline run both, in a fixed order, and write down which side goes first."));
}

void checkTwoStacks(const Figures& figures, Findings& findings) {
    const ClusterSettings& cluster = figures.design.settings.cluster;
    const std::size_t traces = distinct(cluster.traceBackends);
    // Functions always write to CloudWatch; pods do where the cluster sends them there.
    const std::size_t logs = cluster.logSink != "none" ? 1 : 2;
    if (!isHybrid(figures.design) || (traces < 2 && logs < 2)) {
        return;
    }
    findings.push_back(found({},
                             fmt::format("Traces end in {} place{} and logs in {}: one incident, two screens.", traces,
                                         traces == 1 ? "" : "s", logs),
                             "Send both sides through OpenTelemetry to one backend."));
}

}  // namespace tideline
