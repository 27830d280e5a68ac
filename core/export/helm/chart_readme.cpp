// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/chart_readme.h"

#include "core/export/helm/chart_keys.h"
#include "core/export/kubernetes/bundle_readme.h"
#include "core/export/markdown.h"

#include <fmt/format.h>

namespace tideline {
namespace {

std::string keysTable(std::string_view prefix, std::span<const ChartKey> keys) {
    std::string text = "| Key | Meaning |\n|---|---|\n";
    for (const ChartKey& key : keys) {
        text += fmt::format("| `{}{}` | {} |\n", prefix, key.key, key.meaning);
    }
    return text;
}

}  // namespace

std::string chartReadme(const CorePlan& plan) {
    const std::string& name = plan.application();
    std::string text = fmt::format("# {}\n\n", markdownText(plan.title));
    text += "One chart for all services: each template makes one kind of object for every service in `values.yaml`. It "
            "renders the same objects as the kustomize overlays of the Kubernetes export, but for the Namespace.\n\n";
    text += fmt::format("## Install\n\n```sh\nkubectl create namespace {0}\n"
                        "helm upgrade --install {0} . --namespace {0} --values ci/prod-values.yaml\n"
                        "helm test {0} --namespace {0}\n```\n\n"
                        "Label the namespace for restricted pod security:\n\n```sh\n"
                        "kubectl label namespace {0} pod-security.kubernetes.io/enforce=restricted\n```\n\n",
                        name);
    text += clusterNeedsTable(plan);
    text +=
        "\nReplace the samples (the settings of the design's export fill them in for good):\n\n" + samplesTable(plan);
    if (const std::string secrets = secretsTable(plan); !secrets.empty()) {
        text += "\nNo secret is in the chart. Store them where External Secrets reads them:\n\n" + secrets;
    }
    text += "\n## Services\n\n" + servicesTable(plan);
    text += "\n## Values\n\n" + keysTable("", chartKeys());
    text += "\nOf `defaults`; a service may set the same keys:\n\n" + keysTable("defaults.", defaultKeys());
    text += "\nOf each service:\n\n" + keysTable("services.*.", serviceKeys());
    text += fmt::format("\nOne value from the command line: `--set services.NAME.image.tag=1.2.3`. The schema refuses "
                        "keys that the chart does not read.\n");
    return text;
}

}  // namespace tideline
