// SPDX-License-Identifier: Apache-2.0
#include "core/export/runbook/runbook_exporter.h"

#include "core/export/markdown.h"
#include "core/export/runbook/runbook_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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

/// Who stops working when somebody else does.
struct Dependency {
    ServiceId dependent, needed;
};

/// What comes out of a channel, or as a stream out of a store, is needed by who reads it. Who sends to a service by a
/// queue of its own goes on without it.
std::optional<Dependency> dependencyOf(const Analysis& analysis, const Connection& connection) {
    const ServiceProfile* from = analysis.figures.resolved.find(connection.from);
    const ServiceProfile* to = analysis.figures.resolved.find(connection.to);
    if (from == nullptr || to == nullptr || from == to) {
        return std::nullopt;
    }
    const bool isAsync = connection.type == ConnectionType::Async;
    const bool isRead = isAsync && (from->role == Role::Channel || from->role == Role::Store);
    const bool isSent = isAsync && to->role != Role::Channel && to->role != Role::Store;
    if (isRead) {
        return Dependency{.dependent = to->id, .needed = from->id};
    }
    return isSent ? std::nullopt : std::optional(Dependency{.dependent = from->id, .needed = to->id});
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
    std::set<ServiceId> dependents;
    std::set<ServiceId> needed;
    for (const Connection& connection : analysis.figures.design.connections) {
        if (connection.from != profile.id && connection.to != profile.id) {
            continue;
        }
        const std::optional<Dependency> dependency = dependencyOf(analysis, connection);
        if (dependency && dependency->needed == profile.id) {
            dependents.insert(dependency->dependent);
        }
        if (dependency && dependency->dependent == profile.id) {
            needed.insert(dependency->needed);
        }
    }
    return fmt::format(
        "# {}\n\n| | |\n|---|---|\n| Kind | {} |\n| Owner | {}, {} |\n| When it fails, these notice | {} |\n"
        "| It cannot work without | {} |\n",
        markdownText(profile.name), profile.kind->title, settings.owner, markdownText(settings.email),
        namesOf(analysis, dependents), namesOf(analysis, needed));
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
