// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/helm_exporter.h"

#include "core/export/helm/chart_readme.h"
#include "core/export/helm/chart_schema.h"
#include "core/export/helm/chart_values.h"
#include "core/export/names_report.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

constexpr const char* kHelmIgnore = ".git/\n.gitignore\n.DS_Store\n*.bak\n*.new\n*.orig\n*.swp\n*.tgz\n*.tmp\n";

// A rounded square with two waves.
constexpr const char* kIcon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/"
    "svg'%20viewBox='0%200%2024%2024'%3E%3Crect%20width='24'%20"
    "height='24'%20rx='5'%20fill='%230f766e'/%3E%3Cpath%20d='M4%2010q4-4%208%200t8%200M4%2015q4-4%208%200t8%200'%20"
    "fill='none'%20stroke='%23fff'%20stroke-width='2'/%3E%3C/svg%3E";

YamlValue chartMetadata(const CorePlan& plan) {
    YamlValue chart = YamlValue::mapping()
                          .set("apiVersion", "v2")
                          .set("name", plan.application())
                          .set("description", plan.title)
                          .set("type", "application")
                          .set("version", "0.1.0")
                          .set("appVersion", "0.1.0")
                          .set("kubeVersion", ">=1.30.0-0")
                          .set("icon", kIcon);
    chart["maintainers"].add(
        YamlValue::mapping().set("name", plan.settings().owner).set("email", plan.settings().email));
    return chart;
}

Result<void> addYaml(ExportBundle& bundle, const std::string& path, const YamlValue& document) {
    auto text = yamlText(document, {.order = YamlOrder::AsGiven});
    if (!text) {
        return failure(text.error().message, path + ": " + text.error().where);
    }
    bundle.files.push_back({path, std::move(*text)});
    return {};
}

}  // namespace

Result<ExportBundle> buildHelm(const Analysis& analysis, const ExportOptions& options) {
    if (options.chartTemplates.empty()) {
        return failure("the files of the chart are not here; name the folder that holds templates by --data");
    }
    CorePlan plan = TRY(corePlan(analysis, options));
    if (plan.workloads.empty()) {
        return bundleWithoutWorkloads(std::move(plan));
    }
    const std::string folder = plan.application() + "/";
    ExportBundle bundle;
    for (const SourceText& file : options.chartTemplates) {
        bundle.files.push_back({folder + file.name, file.text});
    }
    TRY(addYaml(bundle, folder + "Chart.yaml", chartMetadata(plan)));
    TRY(addYaml(bundle, folder + "values.yaml", chartValues(plan)));
    for (const std::string& environment : options.environments) {
        TRY(addYaml(bundle, fmt::format("{}ci/{}-values.yaml", folder, environment),
                    environmentValues(plan, environment)));
    }
    bundle.files.push_back({folder + "values.schema.json", jsonText(chartSchema())});
    bundle.files.push_back({folder + ".helmignore", kHelmIgnore});
    bundle.files.push_back({folder + "README.md", chartReadme(plan)});
    ExportFile names = namesFile(plan.bridge, analysis.figures.resolved);
    bundle.files.push_back({folder + names.path, std::move(names.text)});
    std::ranges::sort(bundle.files, {}, &ExportFile::path);
    bundle.notes = std::move(plan.notes);
    return bundle;
}

}  // namespace tideline
