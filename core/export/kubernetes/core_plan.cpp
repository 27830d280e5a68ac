// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"

#include "core/design/cluster_provider.h"
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/parts.h"
#include "core/export/variable_names.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

Result<void> checkText(const std::string& text, const std::string& place) {
    if (const auto written = yamlText(YamlValue(text)); !written) {
        return failure(written.error().message, place);
    }
    return {};
}

Result<void> checkTexts(const Design& design) {
    TRY(checkText(design.title, "/title"));
    TRY(checkText(design.description, "/description"));
    for (const Service& service : design.services) {
        TRY(checkText(service.name, fmt::format("/services/{}/name", service.id.text)));
    }
    return {};
}

void noteChangedNames(CorePlan& plan) {
    for (const NameChange& change : plan.bridge.labels.changes()) {
        plan.notes.push_back({change.id, fmt::format("'{}': {}", change.text, change.reason)});
    }
}

void noteUnknownKinds(CorePlan& plan) {
    for (const ServiceId& id : plan.analysis->figures.resolved.unknownKinds) {
        const Service* service = plan.analysis->figures.design.services.find(id);
        plan.notes.push_back(
            {id.text, fmt::format("'{}' is of the kind '{}', which this version does not know; it is not exported",
                                  service->name, service->kind)});
    }
}

void noteUnknownParts(CorePlan& plan) {
    for (const Workload& workload : plan.workloads) {
        for (const std::string& part : workload.parts) {
            if (findKubernetesPart(part) == nullptr) {
                plan.note(*workload.profile,
                          fmt::format("'{}' asks for the part '{}', which this version does not make",
                                      workload.profile->name, part));
            }
        }
    }
}

void noteMissingIdentity(CorePlan& plan) {
    if (plan.bridge.identities.empty() || hasPodIdentity(plan)) {
        return;
    }
    std::string names;
    for (const CoreIdentity& identity : plan.bridge.identities) {
        names += (names.empty() ? "'" : ", '") + plan.profile(identity.service)->name + "'";
    }
    plan.note(
        *plan.profile(plan.bridge.identities.front().service),
        fmt::format("EKS Pod Identity does not reach pods of this cluster, so {} get no role of AWS by it: let the "
                    "issuer of the cluster's service accounts into IAM (an OIDC provider) and trust it in their "
                    "roles, in place of the associations of the SAM bundle",
                    names));
}

bool sendsTraces(const Design& design) {
    return std::ranges::any_of(design.settings.cluster.traceBackends,
                               [](const std::string& backend) { return backend != "x-ray" && backend != "none"; });
}

void planCollector(CorePlan& plan) {
    const auto drawn =
        std::ranges::find_if(plan.workloads, [](const Workload& each) { return each.port("otlp-grpc") != nullptr; });
    if (drawn != plan.workloads.end()) {
        plan.collector = drawn->name;
    } else if (plan.settings().otelCollector) {
        plan.collector = kCollectorName;
    }
    plan.exportsTraces = sendsTraces(plan.analysis->figures.design) || !plan.collector.empty();
}

}  // namespace

const Workload* CorePlan::find(const ServiceId& id) const {
    const auto at = std::ranges::find_if(workloads, [&](const Workload& each) { return each.profile->id == id; });
    return at == workloads.end() ? nullptr : &*at;
}

Workload* CorePlan::find(const ServiceId& id) {
    return const_cast<Workload*>(static_cast<const CorePlan*>(this)->find(id));
}

bool hasPodIdentity(const CorePlan& plan) {
    const std::string& flavour = plan.analysis->figures.design.settings.cluster.flavour;
    return !plan.settings().k3s && flavour != "k3s" && flavour != "eks-fargate" &&
           clusterProvider(flavour).prices == "aws.";
}

bool isSharedFolder(const ServiceKind& kind) {
    return kind.role == Role::Store && kind.isConstrained("shared-volume");
}

ExportBundle bundleWithoutWorkloads(CorePlan plan) {
    plan.notes.insert(plan.notes.begin(), ExportNote{"", "no service runs on Kubernetes; there is nothing to export"});
    return ExportBundle{.files = {}, .notes = std::move(plan.notes)};
}

namespace {

std::vector<CallEnds> callsOf(const CorePlan& plan) {
    std::vector<CallEnds> calls;
    for (const Connection& connection : plan.analysis->figures.design.connections) {
        const ServiceProfile* from = plan.profile(connection.from);
        const ServiceProfile* to = plan.profile(connection.to);
        if (from == nullptr || to == nullptr || from == to) {
            continue;
        }
        // Messages out of a channel, or out of a stream that a store keeps, are fetched by who reads them.
        const bool isRead =
            (from->role == Role::Channel || from->role == Role::Store) && connection.type == ConnectionType::Async;
        calls.push_back({&connection, isRead ? to : from, isRead ? from : to});
    }
    return calls;
}

}  // namespace

Result<CorePlan> corePlan(const Analysis& analysis, const ExportOptions& options) {
    const Design& design = analysis.figures.design;
    TRY(checkTexts(design));
    CorePlan plan;
    plan.analysis = &analysis;
    plan.options = &options;
    plan.calls = callsOf(plan);
    plan.bridge = TRY(bridgeOf(analysis));
    plan.variables = TRY(variableNames(analysis.figures.resolved));
    plan.title = design.title.empty() ? "Untitled design" : design.title;
    TRY(planContainers(plan));
    planCollector(plan);
    planServerless(plan);
    planSharedVolumes(plan);
    planScaling(plan);
    planProducts(plan);
    planRoutes(plan);
    planEnvironment(plan);
    planNetwork(plan);
    noteChangedNames(plan);
    noteUnknownKinds(plan);
    noteUnknownParts(plan);
    noteMissingIdentity(plan);
    return plan;
}

}  // namespace tideline
