// SPDX-License-Identifier: Apache-2.0
#include "core/export/compose/compose_exporter.h"

#include "core/export/compose/compose_parts.h"
#include "core/export/markdown.h"
#include "core/export/wasm/wasm_exporter.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

void putUnlessEmpty(YamlValue& document, const std::string& key, YamlValue value) {
    if (!std::get<YamlMembers>(value.variant()).empty()) {
        document.set(key, std::move(value));
    }
}

YamlValue composeFile(const CorePlan& plan) {
    YamlValue services = YamlValue::mapping();
    const LocalPlaces places = localPlaces(plan);
    for (const Workload& workload : plan.workloads) {
        if (whyNotLocal(workload).empty()) {
            services.set(workload.name, composeService(plan, places, workload));
        }
    }
    YamlValue document = YamlValue::mapping().set("name", plan.application());
    document.set("services", std::move(services));
    putUnlessEmpty(document, "configs", composeConfigs(plan));
    putUnlessEmpty(document, "secrets", composeSecrets(plan));
    putUnlessEmpty(document, "volumes", composeVolumes(plan));
    document.comment = "For work on one machine: one copy of each service of the core. README.md says what is missing.";
    return document;
}

std::string_view whyMissing(const ServiceProfile& profile) {
    if (profile.role == Role::External) {
        return "somebody else's service";
    }
    switch (profile.host) {
    case Host::Function: return "a function: run it with `sam local invoke` and a sample event of the SAM bundle";
    case Host::Wasm:
        return runsOnWorkersAlone(profile)
                   ? "a Worker: run it with `npx wrangler dev` in its folder of the wasm bundle"
                   : "a WebAssembly component: run it with `spin build --up` in its folder of the wasm bundle";
    case Host::Managed: return "run by the provider; calls to it need an account, or a stand-in such as moto";
    case Host::Kubernetes: break;
    }
    return "it has no container of its own";
}

std::string missingTable(const CorePlan& plan) {
    std::string rows;
    for (const ServiceProfile& profile : plan.analysis->figures.resolved.services) {
        const Workload* workload = plan.find(profile.id);
        const std::string why = workload == nullptr ? std::string(whyMissing(profile)) : whyNotLocal(*workload);
        if (!why.empty()) {
            rows += fmt::format("| {} | {} | {} |\n", markdownText(profile.name), profile.kind->title, why);
        }
    }
    return rows.empty() ? "" : "\n## What does not run here\n\n| Service | Kind | Why |\n|---|---|---|\n" + rows;
}

std::string portsTable(const CorePlan& plan) {
    std::string rows;
    const LocalPlaces places = localPlaces(plan);
    for (const auto& [name, port] : places.ports) {
        rows += fmt::format("| `{}` | <http://127.0.0.1:{}> |\n", name, port);
    }
    return rows.empty() ? "" : "\n| Service | Answers on |\n|---|---|\n" + rows;
}

std::string readme(const CorePlan& plan) {
    const bool hasRuns = std::ranges::any_of(plan.workloads, [](const Workload& each) { return each.runsToEnd(); });
    std::string text =
        fmt::format("# {}: on one machine\n\nDocker Compose 2.23 or newer.\n\n```sh\nsh make-secrets.sh\ndocker "
                    "compose up --wait\n```\n",
                    markdownText(plan.title));
    text += portsTable(plan);
    text += hasRuns ? "\nJobs start by hand: `docker compose run --rm NAME`.\n" : "";
    text += "\nThe images of services of yours are samples that answer probes. Replace `image` by `build: "
            "../services/NAME`, or set your own image.\n";
    text += "\n## What is different here\n\n- One copy of each service; nothing scales.\n- No network policies, no "
            "encryption between services, no gateway with certificates.\n- Secrets are made up by `make-secrets.sh` "
            "and stay on this machine.\n- No traces are sent.\n";
    return text + missingTable(plan);
}

}  // namespace

Result<ExportBundle> buildCompose(const Analysis& analysis, const ExportOptions& options) {
    ExportOptions local = options;
    local.oneCopy = true;
    const CorePlan plan = TRY(corePlan(analysis, local));
    if (plan.workloads.empty()) {
        return bundleWithoutWorkloads(plan);
    }
    std::string compose = TRY(yamlText(composeFile(plan), {.order = YamlOrder::AsGiven}));
    ExportBundle bundle;
    bundle.files = {
        {"README.md", readme(plan)}, {"compose.yaml", std::move(compose)}, {"make-secrets.sh", secretsScript(plan)}};
    return bundle;
}

}  // namespace tideline
