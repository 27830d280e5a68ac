// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

constexpr std::string_view kInternalGateway = "internal";
constexpr std::string_view kPublicGateway = "public";

bool hasUserEntry(const CorePlan& plan, const ServiceProfile& profile) {
    return std::ranges::any_of(plan.analysis->figures.design.entries,
                               [&](const Entry& entry) { return entry.service == profile.id && !entry.background; });
}

bool isCalledBy(const CorePlan& plan, const ServiceProfile& server, bool (*isSuch)(const ServiceProfile&)) {
    const std::vector<CallEnds>& calls = plan.calls;
    return std::ranges::any_of(calls,
                               [&](const CallEnds& call) { return call.server == &server && isSuch(*call.client); });
}

bool isStranger(const ServiceProfile& profile) {
    return profile.role == Role::External || profile.host == Host::Wasm;
}

bool isInVpc(const ServiceProfile& profile) {
    return profile.role != Role::External && (profile.host == Host::Function || profile.host == Host::Managed);
}

bool isPublic(const CorePlan& plan, const ServiceProfile& profile) {
    const std::string exposure = profile.text("exposure", "auto");
    return exposure == "public" || (exposure != "private" && exposure != "internal" &&
                                    (hasUserEntry(plan, profile) || isCalledBy(plan, profile, isStranger)));
}

const WorkloadPort* routedPort(const Workload& workload) {
    const WorkloadPort* main = workload.mainPort();
    const bool speaksHttp = main != nullptr && (main->appProtocol == "http" || main->appProtocol == "grpc");
    return speaksHttp && workload.profile->role != Role::Store && workload.profile->role != Role::Channel ? main
                                                                                                          : nullptr;
}

WorkloadRoute routeOf(const Workload& workload, const WorkloadPort& port) {
    WorkloadRoute route;
    route.isGrpc = port.appProtocol == "grpc";
    route.listener = "https";
    route.port = port.service;
    route.requestSeconds = workload.profile->kind->isConstrained("persistent-connections") ? 0 : 30;
    return route;
}

// A GRPCRoute must not share its host with an HTTPRoute or another GRPCRoute on one listener (Gateway API, GRPCRoute).
// Sites and ready-made programs link to their own pages from the root: below a path of another host they break.
bool wantsOwnHost(const Workload& workload, const WorkloadRoute& route) {
    const bool isSite = workload.repository.ends_with("/nginx-unprivileged");
    return route.isGrpc || (route.path != "/" && (isSite || !workload.isOurs()));
}

void giveOwnHost(CorePlan& plan, WorkloadRoute& route, const std::string& name) {
    const auto gateway = std::ranges::find(plan.gateways, route.gateway, &GatewayPlan::name);
    gateway->namedHosts = "*." + route.host;
    route.host = name + "." + route.host;
    route.listener = kNamesListener;
    route.path = "/";
}

void addRoute(CorePlan& plan, Workload& workload, WorkloadRoute route, bool isInternal) {
    const auto isSame = [&](const GatewayPlan& gateway) { return gateway.name == route.gateway; };
    if (std::ranges::none_of(plan.gateways, isSame)) {
        plan.gateways.push_back({route.gateway,
                                 isInternal
                                     ? fmt::format("*.{}.internal.{}", plan.application(), plan.settings().domain)
                                     : plan.settings().publicHost(),
                                 isInternal, ""});
    }
    if (!isInternal && wantsOwnHost(workload, route)) {
        giveOwnHost(plan, route, workload.name);
    }
    const char* part = route.isGrpc ? "grpc-route" : "http-route";
    if (!workload.hasPart(part)) {
        workload.parts.emplace_back(part);
    }
    workload.routes.push_back(std::move(route));
}

// The gateway that the design draws takes what comes from outside; without one, the cluster's own does.
std::string publicGatewayName(const CorePlan& plan) {
    const auto drawn =
        std::ranges::find_if(plan.workloads, [](const Workload& each) { return each.hasPart("gateway"); });
    return drawn == plan.workloads.end() ? std::string(kPublicGateway) : drawn->name;
}

}  // namespace

void planRoutes(CorePlan& plan) {
    const std::string publicName = publicGatewayName(plan);
    for (Workload& workload : plan.workloads) {
        const WorkloadPort* port = routedPort(workload);
        if (port == nullptr || workload.shape == WorkloadShape::Knative) {
            continue;
        }
        if (isPublic(plan, *workload.profile) || workload.hasPart("gateway")) {
            WorkloadRoute route = routeOf(workload, *port);
            route.gateway = publicName;
            route.host = plan.settings().publicHost();
            route.path = workload.hasPart("gateway") ? "/" : "/" + workload.name;
            addRoute(plan, workload, std::move(route), false);
        }
        if (isCalledBy(plan, *workload.profile, isInVpc)) {
            WorkloadRoute route = routeOf(workload, *port);
            route.gateway = kInternalGateway;
            route.host = plan.bridge.coreHost(workload.profile->id);
            route.path = "/";
            addRoute(plan, workload, std::move(route), true);
        }
    }
}

}  // namespace tideline
