// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"
#include "core/targets/container_ports.h"
#include "core/targets/cron.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {
namespace {

std::optional<WorkloadShape> shapeOf(const ServiceProfile& profile) {
    const Hosting& hosting = *profile.hosting();
    constexpr std::array kShapes{WorkloadShape::Strimzi,   WorkloadShape::Deployment, WorkloadShape::StatefulSet,
                                 WorkloadShape::DaemonSet, WorkloadShape::CronJob,    WorkloadShape::Job,
                                 WorkloadShape::ScaledJob, WorkloadShape::Claim};
    for (const WorkloadShape shape : kShapes) {
        if (std::ranges::count(hosting.manifests, keyOf(shape)) > 0) {
            return shape;
        }
    }
    return std::nullopt;
}

// HTTP services answer on port 80 of their Service; stores and channels keep the port of their protocol.
std::vector<WorkloadPort> portsOf(const ServiceProfile& profile) {
    std::vector<WorkloadPort> ports;
    bool hasMain = profile.role == Role::Store || profile.role == Role::Channel;
    for (const auto& [spec, number] : containerPorts(*profile.kind, *profile.hosting())) {
        const bool isMain = !hasMain && spec->appProtocol == "http" && spec->name != "metrics";
        hasMain = hasMain || isMain;
        ports.push_back({spec->name, number, isMain ? 80 : number, spec->appProtocol});
    }
    return ports;
}

YamlValue probeHandler(const ProbeSpec& spec, const Workload& workload) {
    YamlValue handler;
    if (spec.type == "http") {
        handler["httpGet"].set("path", spec.path.empty() ? "/" : spec.path).set("port", spec.port);
    } else if (spec.type == "tcp") {
        handler["tcpSocket"].set("port", spec.port);
    } else if (spec.type == "grpc") {
        const WorkloadPort* port = workload.port(spec.port);
        handler["grpc"].set("port", port == nullptr ? 0 : port->container);
    } else if (spec.type == "exec" && !spec.command.empty()) {
        YamlValue command = YamlValue::list();
        for (const std::string& word : spec.command) {
            command.add(word);
        }
        handler["exec"].set("command", command);
    }
    return handler;
}

YamlValue probeOf(const ProbeSpec& spec, const Workload& workload, int period, int failures) {
    YamlValue probe = probeHandler(spec, workload);
    if (probe.isNull()) {
        return probe;
    }
    probe.set("failureThreshold", spec.failureThreshold > 0 ? spec.failureThreshold : failures);
    probe.set("periodSeconds", spec.periodSeconds > 0 ? spec.periodSeconds : period);
    probe.set("timeoutSeconds", 2);
    return probe;
}

// A restart must not wait for what makes a pod unready, so the two probes ask different questions.
ProbeSpec livenessOf(const ServiceKind& kind) {
    ProbeSpec spec = kind.liveness;
    if (!spec.type.empty() && spec.type == kind.readiness.type && spec.path == kind.readiness.path &&
        spec.port == kind.readiness.port && spec.type != "tcp") {
        spec.type = "tcp";
        spec.path.clear();
    }
    return spec;
}

void planProbes(Workload& workload) {
    const ServiceKind& kind = *workload.profile->kind;
    workload.readiness = probeOf(kind.readiness, workload, 5, 3);
    workload.liveness = probeOf(livenessOf(kind), workload, 10, 3);
    workload.startup = probeOf(kind.startup, workload, 2, 30);
}

std::string cpuText(double millicores) {
    const auto whole = static_cast<long long>(std::llround(millicores));
    return whole % 1000 == 0 ? fmt::format("{}", whole / 1000) : fmt::format("{}m", whole);
}

std::string memoryText(double mebibytes) {
    const auto whole = static_cast<long long>(std::llround(mebibytes));
    return whole % 1024 == 0 ? fmt::format("{}Gi", whole / 1024) : fmt::format("{}Mi", whole);
}

YamlValue resourcesOf(const ServiceProfile& profile) {
    const double request = std::max(1.0, profile.number("cpuRequestMillis", 100));
    const double limit = std::max(request, profile.number("cpuLimitMillis", request));
    const double memory = std::max(16.0, profile.number("memoryMib", 256));
    const double scratch = profile.number("ephemeralMb", 0);
    YamlValue resources;
    resources["limits"]
        .set("cpu", cpuText(limit))
        .set("ephemeral-storage", memoryText(std::max(256.0, scratch + 256)))
        .set("memory", memoryText(memory));
    resources["requests"]
        .set("cpu", cpuText(request))
        .set("ephemeral-storage", memoryText(std::max(64.0, scratch)))
        .set("memory", memoryText(memory));
    if (const double gpus = profile.number("gpus", 0); gpus > 0) {
        resources["limits"].set("nvidia.com/gpu", fmt::format("{}", std::llround(gpus)));
        resources["requests"].set("nvidia.com/gpu", fmt::format("{}", std::llround(gpus)));
    }
    return resources;
}

// K3s brings disks of one node alone; what several nodes write needs a storage of its own there.
std::string storageClassOf(const ExportSettings& settings, const PersistenceSpec& kept) {
    if (settings.k3s) {
        return kept.accessMode == "ReadWriteMany" ? "longhorn" : "local-path";
    }
    return kept.storageClass;
}

void planVolumes(const ExportSettings& settings, Workload& workload) {
    const ServiceProfile& profile = *workload.profile;
    const double scratch = profile.number("ephemeralMb", 0);
    workload.scratch.push_back({"tmp", "/tmp", memoryText(std::max(64.0, scratch))});
    const PersistenceSpec& kept = profile.kind->persistence;
    if (kept.sizeGib > 0 && (workload.shape == WorkloadShape::StatefulSet || workload.hasPart("volume-claim"))) {
        const double size = profile.number("storageGib", 0) > 0 ? profile.number("storageGib") : kept.sizeGib;
        workload.volume =
            WorkloadVolume{fmt::format("{}Gi", std::llround(std::ceil(size))), storageClassOf(settings, kept),
                           profile.text("accessMode", kept.accessMode), kept.mountPath};
    }
}

Result<void> planSchedule(Workload& workload) {
    const ServiceProfile& profile = *workload.profile;
    constexpr std::array kRuns{WorkloadShape::CronJob, WorkloadShape::Job, WorkloadShape::ScaledJob};
    if (std::ranges::count(kRuns, workload.shape) == 0) {
        return {};
    }
    const std::string cron = profile.text("scheduleCron", "0 * * * *");
    if (const auto fault = cronFault(cron, CronReader::Kubernetes); fault && workload.shape == WorkloadShape::CronJob) {
        return failure(fmt::format("'{}' starts by '{}', which no CronJob takes: {}", profile.name, cron, *fault),
                       fmt::format("/services/{}/fields/scheduleCron", profile.id.text));
    }
    // Twice the longest run, so that a run that hangs ends before it blocks the next day.
    const double seconds = std::max(60.0, std::ceil(profile.maxDurationMs() / 1000.0) * 2);
    workload.schedule = WorkloadSchedule{cron, static_cast<int>(std::min(seconds, 604800.0))};
    return {};
}

void addExemptions(Workload& workload) {
    workload.annotations.emplace_back("checkov.io/skip1", "CKV_K8S_43=digest is pinned by the release workflow");
    if (workload.schedule) {
        for (const char* probe : {"no-liveness-probe", "no-readiness-probe"}) {
            workload.annotations.emplace_back(fmt::format("ignore-check.kube-linter.io/{}", probe),
                                              "a run that ends answers no probes");
        }
    }
}

Result<Workload> workloadOf(const CorePlan& plan, const ServiceProfile& profile, WorkloadShape shape) {
    Workload workload;
    workload.profile = &profile;
    workload.name = plan.bridge.labels[profile.id.text];
    workload.component = profile.kind->key;
    workload.shape = shape;
    workload.parts = profile.hosting()->manifests;
    workload.repository = profile.kind->image.name;
    workload.tag = profile.kind->image.tag;
    workload.command = profile.kind->image.command;
    workload.ports = portsOf(profile);
    workload.resources = resourcesOf(profile);
    workload.gpus = static_cast<int>(std::llround(profile.number("gpus", 0)));
    workload.credentialsPath = fmt::format("/etc/{}/credentials", workload.name);
    workload.filesPath = fmt::format("/etc/{}/config", workload.name);
    planProbes(workload);
    planVolumes(plan.settings(), workload);
    TRY(planSchedule(workload));
    addExemptions(workload);
    return workload;
}

// A folder that the provider keeps is mounted by pods through a claim all the same.
bool isMountedFolder(const CorePlan& plan, const ServiceProfile& profile) {
    const std::vector<CallEnds>& calls = plan.calls;
    return profile.host == Host::Managed && isSharedFolder(*profile.kind) &&
           std::ranges::any_of(calls, [&](const CallEnds& call) {
               return call.server == &profile && call.client->host == Host::Kubernetes;
           });
}

Result<Workload> claimOf(const CorePlan& plan, const ServiceProfile& profile) {
    Workload workload = TRY(workloadOf(plan, profile, WorkloadShape::Claim));
    workload.parts = {"volume-claim"};
    planVolumes(plan.settings(), workload);
    return workload;
}

void noteLeftOut(CorePlan& plan, const ServiceProfile& profile) {
    if (profile.host == Host::Wasm) {
        plan.note(profile, fmt::format("'{}' runs on WebAssembly, which this target does not take; it is not exported",
                                       profile.name));
    } else if (profile.host == Host::Kubernetes) {
        const std::string& why = profile.hosting() == nullptr ? std::string() : profile.hosting()->note;
        plan.note(profile, fmt::format("'{}' ({}) has no workload on Kubernetes; it is not exported{}{}", profile.name,
                                       profile.kind->title, why.empty() ? "" : ". ", why));
    }
}

}  // namespace

Result<void> planContainers(CorePlan& plan) {
    for (const ServiceProfile& profile : plan.analysis->figures.resolved.services) {
        const bool isInCore = profile.host == Host::Kubernetes && profile.hosting() != nullptr;
        const std::optional<WorkloadShape> shape = isInCore ? shapeOf(profile) : std::nullopt;
        const bool needsImage = shape && *shape != WorkloadShape::Strimzi && *shape != WorkloadShape::Claim;
        if (!shape || (needsImage && profile.kind->image.name.empty())) {
            if (isMountedFolder(plan, profile)) {
                plan.workloads.push_back(TRY(claimOf(plan, profile)));
            } else {
                noteLeftOut(plan, profile);
            }
            continue;
        }
        plan.workloads.push_back(TRY(workloadOf(plan, profile, *shape)));
    }
    std::ranges::sort(plan.workloads, {}, &Workload::name);
    return {};
}

}  // namespace tideline
