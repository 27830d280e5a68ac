// SPDX-License-Identifier: Apache-2.0
#include "core/export/runbook/runbook_exporter.h"

#include "core/export/markdown.h"
#include "core/export/runbook/runbook_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

std::string namesOf(const Analysis& analysis, const std::set<ServiceId>& ids) {
    std::string text;
    for (const ServiceId& id : ids) {
        if (const ServiceProfile* profile = analysis.figures.resolved.find(id)) {
            text += (text.empty() ? "" : ", ") + markdownText(profile->name);
        }
    }
    return text.empty() ? "nobody" : text;
}

std::string indexRow(const ServiceProfile& profile, const std::string& folder, std::string_view where) {
    return fmt::format("| [{}]({}/RUNBOOK.md) | {} | {} |\n", markdownText(profile.name), folder, profile.kind->title,
                       where);
}

}  // namespace

std::string runbookStep(int number, std::string_view question, std::string_view text, std::string_view commands) {
    std::string step = fmt::format("\n## {}. {}\n\n{}{}", number, question, text, text.ends_with('\n') ? "" : "\n");
    if (!commands.empty()) {
        step += fmt::format("\n```sh\n{}```\n", commands);
    }
    return step;
}

std::string runbookHead(const Analysis& analysis, const ServiceProfile& profile, const ExportSettings& settings) {
    std::set<ServiceId> callers;
    std::set<ServiceId> called;
    for (const Connection& connection : analysis.figures.design.connections) {
        if (connection.to == profile.id) {
            callers.insert(connection.from);
        }
        if (connection.from == profile.id) {
            called.insert(connection.to);
        }
    }
    return fmt::format(
        "# {}\n\n| | |\n|---|---|\n| Kind | {} |\n| Owner | {}, {} |\n| When it fails, these notice | {} |\n"
        "| It cannot work without | {} |\n",
        markdownText(profile.name), profile.kind->title, settings.owner, markdownText(settings.email),
        namesOf(analysis, callers), namesOf(analysis, called));
}

Result<ExportBundle> buildRunbook(const Analysis& analysis, const ExportOptions& options) {
    const CorePlan core = TRY(corePlan(analysis, options));
    const SamPlan edge = TRY(samPlan(analysis, options));
    ExportBundle bundle;
    std::string index;
    for (const Workload& workload : core.workloads) {
        bundle.files.push_back({workload.name + "/RUNBOOK.md", coreRunbook(core, workload)});
        index += indexRow(*workload.profile, workload.name, "Kubernetes");
    }
    for (const SamService& service : edge.services) {
        if (runsCode(service.shape)) {
            bundle.files.push_back({service.slug + "/RUNBOOK.md", edgeRunbook(edge, service)});
            index += indexRow(*service.profile, service.slug, "AWS Lambda");
        }
    }
    if (bundle.files.empty()) {
        bundle.notes.push_back({"", "no service runs on Kubernetes or on functions; there is nothing to look after"});
        return bundle;
    }
    bundle.files.push_back(
        {"README.md",
         fmt::format("# {}: runbooks\n\nOne page a service, seven questions each, in the order that finds most "
                     "faults soonest. Replace `prod` where another environment fails.\n\n"
                     "| Service | Kind | Runs on |\n|---|---|---|\n{}",
                     markdownText(core.title), index)});
    std::ranges::sort(bundle.files);
    return bundle;
}

}  // namespace tideline
