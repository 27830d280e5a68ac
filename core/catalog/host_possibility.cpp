// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/host_possibility.h"

#include "core/base/number_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct Question {
    const ServiceProfile& profile;
    Host host;
    std::string frontDoor;
};

/// Reads like the rule that it stands for: nothing where the condition does not hold.
using Check = std::optional<HostProblem> (*)(const Question&);

constexpr double kFunctionLimitMs = 900'000;
constexpr double kFunctionMemoryMib = 10'240;
constexpr double kWasmMemoryMb = 128;
constexpr double kWasmCpuMs = 30'000;
constexpr double kAkamaiLimitMs = 30'000;
constexpr double kAkamaiResponseKb = 10'240;

/// In a sentence, with its article.
std::string_view placeName(Host host) {
    switch (host) {
    case Host::Kubernetes: return "Kubernetes";
    case Host::Function: return "a function";
    case Host::Wasm: return "a Wasm runtime";
    case Host::Managed: return "a managed service";
    }
    return "";
}

std::string lowerStart(std::string text) {
    // "It is your own code" continues a sentence; "AWS Lambda" or "I/O" keeps its capital.
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string withFullStop(std::string text) {
    if (!text.ends_with('.')) {
        text += '.';
    }
    return text;
}

std::optional<HostProblem> hostNotPossible(const Question& question) {
    const ServiceProfile& profile = question.profile;
    if (profile.kind->hosting(question.host) != nullptr) {
        return std::nullopt;
    }
    const ImpossibleHost* known = profile.kind->impossible(question.host);
    const std::string reason = known != nullptr ? known->reason : "the kind does not offer it.";
    return HostProblem{known != nullptr && !known->rule.empty() ? known->rule : "placement.host-not-possible",
                       fmt::format("'{}' is {}, which cannot run {}: {}", profile.name, profile.kind->phrase,
                                   whereOf(question.host), withFullStop(lowerStart(reason))),
                       "Place it on one of its possible hosts."};
}

std::optional<HostProblem> gpuNeedsKubernetes(const Question& question) {
    const double gpus = question.profile.number("gpus");
    if (gpus <= 0 || (question.host != Host::Function && question.host != Host::Wasm)) {
        return std::nullopt;
    }
    return HostProblem{"placement.gpu-needs-kubernetes",
                       fmt::format("'{}' needs {} GPU a replica, but {} has none.", question.profile.name,
                                   numberText(gpus), placeName(question.host)),
                       "Place it on Kubernetes with a GPU node pool, or use a hosted model."};
}

std::optional<HostProblem> durationOverFunctionLimit(const Question& question) {
    const double most = question.profile.maxDurationMs();
    if (question.host != Host::Function || most <= kFunctionLimitMs) {
        return std::nullopt;
    }
    return HostProblem{"placement.duration-over-function-limit",
                       fmt::format("'{}' can take {} minutes; a function ends after 15.", question.profile.name,
                                   numberText(most / 60'000)),
                       "Place it on Kubernetes as a Job, cut it into steps of a workflow, or use a durable function."};
}

struct FrontDoorRow {
    std::string_view key, name;
    double timeoutS;
};

constexpr std::array kFrontDoors{
    FrontDoorRow{"http-api", "HTTP API", 30},
    FrontDoorRow{"rest-api", "REST API", 29},
    FrontDoorRow{"websocket-api", "WebSocket API", 29},
};

std::optional<HostProblem> durationOverFrontDoor(const Question& question) {
    if (question.host != Host::Function || question.profile.flag("streaming")) {
        return std::nullopt;
    }
    const auto door = std::ranges::find(kFrontDoors, question.frontDoor, &FrontDoorRow::key);
    const double seconds = question.profile.maxDurationMs() / 1000;
    if (door == kFrontDoors.end() || seconds <= door->timeoutS) {
        return std::nullopt;
    }
    return HostProblem{"placement.duration-over-front-door",
                       fmt::format("'{}' can take {} s, but its {} gives up after {} s.", question.profile.name,
                                   numberText(seconds), door->name, numberText(door->timeoutS)),
                       "Answer at once and work through a queue, or stream the answer from a function URL or a REST "
                       "API."};
}

std::optional<HostProblem> persistentConnectionsOnFunction(const Question& question) {
    if (question.host != Host::Function || !question.profile.kind->isConstrained("persistent-connections") ||
        question.profile.text("frontDoor") == "websocket-api") {
        return std::nullopt;
    }
    return HostProblem{
        "placement.persistent-connections-on-function",
        fmt::format("'{}' keeps connections open, but a function answers one call and ends.", question.profile.name),
        "Place it on Kubernetes, or put a WebSocket API in front of it."};
}

std::optional<HostProblem> memoryOverFunctionLimit(const Question& question) {
    const double memory = question.profile.number("memoryMib");
    if (question.host != Host::Function || memory <= kFunctionMemoryMib) {
        return std::nullopt;
    }
    return HostProblem{"placement.memory-over-function-limit",
                       fmt::format("'{}' needs {} GiB in one process; a function has 10 at most.",
                                   question.profile.name, numberText(memory / 1024)),
                       "Place it on Kubernetes, or cut the data into parts."};
}

std::optional<HostProblem> localStateOnEdge(const Question& question) {
    const ServiceProfile& profile = question.profile;
    const bool keepsState =
        profile.kind->isConstrained("local-state") || profile.role == Role::Store || profile.role == Role::Channel;
    if (!keepsState || (question.host != Host::Function && question.host != Host::Wasm)) {
        return std::nullopt;
    }
    return HostProblem{"placement.local-state-on-edge",
                       fmt::format("'{}' keeps state on its own disk or in its memory, but {} keeps nothing between "
                                   "calls.",
                                   profile.name, placeName(question.host)),
                       "Move the state to an object store, a shared volume or a database, or place the service on "
                       "Kubernetes."};
}

std::string wasmTargetOf(const ServiceProfile& profile) {
    return profile.text("wasmTarget", "cloudflare-workers");
}

/// What a component needs and what its provider offers, in words that belong together.
struct WasmLimit {
    std::string need, limit;
};

std::vector<WasmLimit> wasmLimitsOf(const ServiceProfile& profile, bool isAkamai) {
    std::vector<WasmLimit> limits;
    if (profile.number("wasmMemoryMb") > kWasmMemoryMb) {
        limits.push_back({numberText(profile.number("wasmMemoryMb")) + " MB", "128 MB"});
    }
    if (profile.kind->isConstrained("native-binary")) {
        limits.push_back({"a native program", "no native programs"});
    }
    if (profile.number("cpuMs") > kWasmCpuMs) {
        limits.push_back({numberText(profile.number("cpuMs") / 1000) + " s of CPU time a request", "30 s of it"});
    }
    if (isAkamai && profile.maxDurationMs() > kAkamaiLimitMs) {
        limits.push_back({numberText(profile.maxDurationMs() / 1000) + " s a request", "30 s"});
    }
    if (isAkamai && profile.number("responseKb") > kAkamaiResponseKb) {
        limits.push_back({numberText(profile.number("responseKb") / 1024) + " MiB a response", "10 MiB"});
    }
    return limits;
}

/// "a, b and c".
std::string listed(const std::vector<WasmLimit>& limits, std::string WasmLimit::*member) {
    std::string text;
    for (std::size_t at = 0; at < limits.size(); ++at) {
        const char* joint = at == 0 ? "" : at + 1 == limits.size() ? " and " : ", ";
        text += joint + limits[at].*member;
    }
    return text;
}

std::optional<HostProblem> wasmLimits(const Question& question) {
    const ServiceProfile& profile = question.profile;
    const bool isAkamai = wasmTargetOf(profile) == "akamai-functions";
    const std::vector<WasmLimit> limits = wasmLimitsOf(profile, isAkamai);
    if (question.host != Host::Wasm || limits.empty()) {
        return std::nullopt;
    }
    return HostProblem{"placement.wasm-limits",
                       fmt::format("'{}' needs {}, but {} offers {}.", profile.name, listed(limits, &WasmLimit::need),
                                   isAkamai ? "Akamai Functions" : "Cloudflare Workers",
                                   listed(limits, &WasmLimit::limit)),
                       "Place it on a function or on Kubernetes, or make it smaller."};
}

std::optional<HostProblem> wasmTrigger(const Question& question) {
    const ServiceProfile& profile = question.profile;
    const std::string target = wasmTargetOf(profile);
    const bool startsOnHttpOnly = target == "akamai-functions" || target == "fastly-compute";
    if (question.host != Host::Wasm || !startsOnHttpOnly ||
        (profile.role != Role::Worker && profile.role != Role::Job)) {
        return std::nullopt;
    }
    return HostProblem{"placement.wasm-trigger",
                       fmt::format("'{}' is started by {}, but {} starts components on HTTP requests only.",
                                   profile.name, profile.role == Role::Job ? "a schedule" : "messages",
                                   target == "fastly-compute" ? "Fastly Compute" : "Akamai Functions"),
                       "Place it on a function or on Kubernetes, or let a small function turn events into requests."};
}

/// What holds whether or not the kind is offered on the host.
constexpr std::array<Check, 8> kLimits{
    gpuNeedsKubernetes,
    durationOverFunctionLimit,
    durationOverFrontDoor,
    persistentConnectionsOnFunction,
    memoryOverFunctionLimit,
    localStateOnEdge,
    wasmLimits,
    wasmTrigger,
};

}  // namespace

std::string whereOf(Host host) {
    return fmt::format("{} {}", host == Host::Managed ? "as" : "on", nameOf(host));
}

std::set<ServiceId> publicServices(const Design& design, const ResolvedDesign& resolved) {
    std::set<ServiceId> reached;
    for (const Entry& entry : design.entries) {
        if (!entry.background) {
            reached.insert(entry.service);
        }
    }
    std::set<ServiceId> open;
    for (const ServiceProfile& profile : resolved.services) {
        const std::string exposure = profile.text("exposure", "auto");
        if (exposure == "public" || (exposure != "private" && reached.contains(profile.id))) {
            open.insert(profile.id);
        }
    }
    return open;
}

std::string frontDoorOf(const ServiceProfile& profile, Host host, Exposure exposure) {
    if (host == Host::Managed) {
        return profile.text("frontDoor", "none");
    }
    const bool hasDoor = host == Host::Function && exposure == Exposure::Public;
    return hasDoor ? profile.text("frontDoor", "http-api") : "none";
}

std::optional<HostProblem> hostProblem(const ServiceProfile& profile, Host host, Exposure exposure) {
    const Question question{profile, host, frontDoorOf(profile, host, exposure)};
    std::optional<HostProblem> problem = hostNotPossible(question);
    for (std::size_t at = 0; !problem && at < kLimits.size(); ++at) {
        problem = kLimits[at](question);
    }
    return problem;
}

std::vector<HostProblem> hostLimits(const ServiceProfile& profile, Host host, Exposure exposure) {
    const Question question{profile, host, frontDoorOf(profile, host, exposure)};
    std::vector<HostProblem> problems;
    for (const Check check : kLimits) {
        if (std::optional<HostProblem> problem = check(question)) {
            problems.push_back(std::move(*problem));
        }
    }
    return problems;
}

}  // namespace tideline
