// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {
namespace {

// A function in the VPC comes by the internal gateway, whose routes cannot lead to Knative's own gateway.
bool isCalledByFunction(const CorePlan& plan, const Workload& workload) {
    const std::vector<CallEnds>& calls = plan.calls;
    return std::ranges::any_of(calls, [&](const CallEnds& call) {
        return call.server == workload.profile && call.client->host != Host::Kubernetes;
    });
}

// Nothing asks a reader of messages: Knative would let its last pod go, and they would lie.
bool hearsChannel(const CorePlan& plan, const Workload& workload) {
    const auto& connections = plan.analysis->figures.design.connections;
    return std::ranges::any_of(connections, [&](const Connection& connection) {
        const ServiceProfile* from = connection.to == workload.profile->id ? plan.profile(connection.from) : nullptr;
        return from != nullptr && from->role == Role::Channel;
    });
}

// Knative counts requests on one port: what keeps connections open, answers gRPC or ends TLS stays a Deployment.
bool canBeServerless(const CorePlan& plan, const Workload& workload) {
    const WorkloadPort* port = workload.mainPort();
    return workload.shape == WorkloadShape::Deployment && workload.profile->hosting()->scaling.by == "hpa" &&
           workload.hasPart("service") && !workload.hasPart("gateway") && port != nullptr &&
           port->appProtocol == "http" && !workload.profile->kind->isConstrained("persistent-connections") &&
           !isCalledByFunction(plan, workload) && !hearsChannel(plan, workload);
}

int whole(double value, int least, int most) {
    return static_cast<int>(std::clamp(std::ceil(value), double(least), double(most)));
}

WorkloadServerless serverlessOf(const CorePlan& plan, const ServiceProfile& profile) {
    const Design& design = plan.analysis->figures.design;
    // Down to none unless the design itself says how many are kept: the kind's standard is that of a Deployment.
    const bool isKept = design.services.find(profile.id)->fields.contains("leastReplicas");
    WorkloadServerless serverless;
    serverless.least = isKept ? whole(profile.number("leastReplicas"), 0, 1000) : 0;
    serverless.most = whole(profile.number("mostReplicas", 10), std::max(1, serverless.least), 10000);
    serverless.concurrency = whole(profile.number("concurrency", 80), 1, 1000);
    serverless.timeoutSeconds = whole(profile.maxDurationMs() / 1000 * 2, 30, 600);
    serverless.isPublic = std::ranges::any_of(
        design.entries, [&](const Entry& entry) { return entry.service == profile.id && !entry.background; });
    return serverless;
}

// Its queue-proxy asks the only port, so probes name none.
void forgetPort(YamlValue& probe) {
    for (const char* handler : {"httpGet", "tcpSocket"}) {
        if (const YamlValue* asked = probe.find(handler); asked != nullptr) {
            YamlValue without = YamlValue::mapping();
            for (const auto& [member, value] : std::get<YamlMembers>(asked->variant())) {
                if (member != "port") {
                    without.set(member, value);
                }
            }
            probe.set(handler, std::move(without));
        }
    }
}

void makeServerless(const CorePlan& plan, Workload& workload) {
    constexpr std::array<std::string_view, 6> kDone{"autoscaler", "deployment",      "disruption-budget",
                                                    "http-route", "service-monitor", "service"};
    std::erase_if(workload.parts, [&](const std::string& part) { return std::ranges::count(kDone, part) > 0; });
    workload.parts.emplace_back("knative-service");
    workload.shape = WorkloadShape::Knative;
    workload.serverless = serverlessOf(plan, *workload.profile);
    workload.domain = plan.bridge.nameSpace + ".svc.cluster.local";
    WorkloadPort port = *workload.mainPort();
    port.name = "http1";
    workload.ports = {std::move(port)};
    for (YamlValue* probe : {&workload.liveness, &workload.readiness, &workload.startup}) {
        forgetPort(*probe);
    }
    workload.preStopSeconds = 0;  // queue-proxy waits before the pod goes
}

// KServe makes Deployment, Service and scaler itself, and its Service leads to the first port. What is measured may
// stand at another.
void makeInference(Workload& workload) {
    constexpr std::array<std::string_view, 6> kDone{"autoscaler", "deployment",    "disruption-budget",
                                                    "http-route", "scaled-object", "service"};
    std::erase_if(workload.parts, [&](const std::string& part) { return std::ranges::count(kDone, part) > 0; });
    workload.shape = WorkloadShape::Inference;
    const std::string first = workload.ports.front().name;
    std::erase_if(workload.ports,
                  [&](const WorkloadPort& port) { return port.name != first && port.name != "metrics"; });
}

// One of the two runs a server of models, as the design's settings say.
void planInference(CorePlan& plan, Workload& workload) {
    const bool isServer = workload.hasPart("inference-service") && workload.shape == WorkloadShape::Deployment;
    if (isServer && plan.settings().kserve && !plan.options->oneCopy) {
        makeInference(workload);
    } else {
        std::erase(workload.parts, "inference-service");
    }
}

}  // namespace

void planServerless(CorePlan& plan) {
    for (Workload& workload : plan.workloads) {
        planInference(plan, workload);
    }
    if (!plan.settings().knative || plan.options->oneCopy) {
        return;
    }
    for (Workload& workload : plan.workloads) {
        if (canBeServerless(plan, workload)) {
            makeServerless(plan, workload);
        }
    }
}

}  // namespace tideline
