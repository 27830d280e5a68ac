// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/kubernetes_exporter.h"

#include "core/export/kubernetes/bundle_readme.h"
#include "core/export/kubernetes/kustomization.h"
#include "core/export/kubernetes/linter_settings.h"
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/names_report.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

Result<void> addFile(ExportBundle& bundle, std::string path, const YamlList& documents) {
    auto text = yamlText(documents);
    if (!text) {
        return failure(text.error().message, path + ": " + text.error().where);
    }
    bundle.files.push_back({std::move(path), std::move(*text)});
    return {};
}

Result<void> addPlatform(ExportBundle& bundle, const CorePlan& plan) {
    std::vector<std::string> resources{"namespace.yaml"};
    YamlList objects{applicationNamespace(plan)};
    for (YamlValue& object : platformObjects(plan)) {
        objects.push_back(std::move(object));
    }
    TRY(addFile(bundle, "platform/namespace.yaml", objects));
    if (!plan.gateways.empty()) {
        YamlList gateways{gatewayNamespace(plan)};
        for (YamlValue& object : gatewayObjects(plan)) {
            gateways.push_back(std::move(object));
        }
        TRY(addFile(bundle, "platform/routing.yaml", gateways));
        resources.emplace_back("routing.yaml");
    }
    for (const PlatformOption* option : chosenOptions(plan)) {
        const std::string file = fmt::format("{}.yaml", option->key);
        TRY(addFile(bundle, "platform/" + file, option->objects(plan)));
        resources.push_back(file);
    }
    return addFile(bundle, "platform/kustomization.yaml", {resourceKustomization(resources, "")});
}

Result<void> addBase(ExportBundle& bundle, const CorePlan& plan) {
    std::vector<std::string> resources;
    for (const Workload& workload : plan.workloads) {
        const std::string file = workload.name + ".yaml";
        TRY(addFile(bundle, "base/" + file, objectsOf(plan, workload)));
        resources.push_back(file);
    }
    return addFile(bundle, "base/kustomization.yaml", {resourceKustomization(resources, plan.bridge.nameSpace)});
}

Result<void> addOverlays(ExportBundle& bundle, const CorePlan& plan, const ExportOptions& options) {
    for (const std::string& environment : options.environments) {
        const std::string folder = fmt::format("overlays/{}/", environment);
        TRY(addFile(bundle, folder + "kustomization.yaml", {overlayKustomization(plan, environment)}));
        for (const OverlayPatch& patch : overlayPatches(plan, environment)) {
            TRY(addFile(bundle, folder + patch.file, {patch.change}));
        }
    }
    return {};
}

}  // namespace

Result<ExportBundle> buildKubernetes(const Analysis& analysis, const ExportOptions& options) {
    CorePlan plan = TRY(corePlan(analysis, options));
    if (plan.workloads.empty()) {
        return bundleWithoutWorkloads(std::move(plan));
    }
    ExportBundle bundle;
    TRY(addPlatform(bundle, plan));
    TRY(addBase(bundle, plan));
    TRY(addOverlays(bundle, plan, options));
    TRY(addFile(bundle, ".kube-linter.yaml", {kubeLinterSettings(plan)}));
    bundle.files.push_back(namesFile(plan.bridge, analysis.figures.resolved));
    bundle.files.push_back({"README.md", kubernetesReadme(plan)});
    std::ranges::sort(bundle.files, {}, &ExportFile::path);
    bundle.notes = std::move(plan.notes);
    return bundle;
}

}  // namespace tideline
