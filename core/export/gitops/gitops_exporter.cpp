// SPDX-License-Identifier: Apache-2.0
#include "core/export/gitops/gitops_exporter.h"

#include "core/export/gitops/delivery_objects.h"
#include "core/export/markdown.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

Result<void> addFile(ExportBundle& bundle, std::string path, const YamlList& documents) {
    std::string text = TRY(yamlText(documents));
    bundle.files.push_back({std::move(path), std::move(text)});
    return {};
}

std::string readme(const CorePlan& plan) {
    return fmt::format(
        "# {0}: delivery from git\n\nThe cluster follows the folder `kubernetes/overlays/<environment>` of {1}, branch "
        "`main`. Take one of the two, not both.\n\n## Argo CD\n\n`argocd/project.yaml` says what may be deployed and "
        "where, `argocd/applicationset.yaml` makes one Application an environment, and `argocd/application.yaml` "
        "makes Argo CD follow this folder itself. Register each cluster under the name of its environment, then:\n\n"
        "```sh\nkubectl apply --server-side -f argocd/project.yaml -f argocd/application.yaml\n```\n\n"
        "## Flux\n\n`flux/source.yaml` watches the repository; apply it with the file of the environment that this "
        "cluster runs:\n\n```sh\nkubectl apply --server-side -f flux/source.yaml -f flux/prod.yaml\n```\n\n"
        "## Secrets\n\nNone are in git. External Secrets reads them from AWS Secrets Manager.\n",
        markdownText(plan.title), plan.settings().repositoryUrl());
}

}  // namespace

Result<ExportBundle> buildGitops(const Analysis& analysis, const ExportOptions& options) {
    const CorePlan plan = TRY(corePlan(analysis, options));
    if (plan.workloads.empty()) {
        return bundleWithoutWorkloads(plan);
    }
    ExportBundle bundle;
    TRY(addFile(bundle, "argocd/project.yaml", {argoProject(plan)}));
    TRY(addFile(bundle, "argocd/application.yaml", {argoRoot(plan)}));
    TRY(addFile(bundle, "argocd/applicationset.yaml", {argoApplicationSet(plan, options.environments)}));
    TRY(addFile(bundle, "flux/source.yaml", {fluxSource(plan)}));
    for (const std::string& environment : options.environments) {
        TRY(addFile(bundle, "flux/" + environment + ".yaml", {fluxKustomization(plan, environment)}));
    }
    bundle.files.push_back({"README.md", readme(plan)});
    std::ranges::sort(bundle.files);
    return bundle;
}

}  // namespace tideline
