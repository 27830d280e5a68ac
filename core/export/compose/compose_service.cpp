// SPDX-License-Identifier: Apache-2.0
#include "core/export/compose/compose_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

constexpr int kFirstPort = 8081;

bool keepsData(const Workload& workload) {
    return workload.profile->role == Role::Store || workload.profile->role == Role::Channel;
}

YamlValue textsOf(const std::vector<std::string>& texts) {
    YamlValue list = YamlValue::list();
    for (const std::string& text : texts) {
        list.add(text);
    }
    return list;
}

/// What Kubernetes puts in for "$(POD_NAME)" stands there already.
std::string expanded(std::string text, const Workload& workload) {
    const TextPairs known{{"$(POD_NAME)", workload.name}, {"$(POD_IP)", workload.name}};
    for (const auto& [mark, value] : known) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    }
    return composeText(text);
}

YamlValue wordsOf(const std::vector<std::string>& words, const Workload& workload) {
    YamlValue list = YamlValue::list();
    for (const std::string& word : words) {
        list.add(expanded(word, workload));
    }
    return list;
}

std::string localValue(const LocalPlaces& places, const std::string& value) {
    const auto server = places.byAddress.find(value);
    return composeText(server == places.byAddress.end() ? value : localAddress(*server->second));
}

YamlValue environmentOf(const LocalPlaces& places, const Workload& workload) {
    YamlValue environment = YamlValue::mapping();
    for (const auto& [name, value] : workload.environment) {
        const bool isTelemetry = name.starts_with("OTEL_");
        if (!isTelemetry) {
            environment.set(name, localValue(places, value));
        }
    }
    for (const auto& [name, field] : workload.podFields) {
        environment.set(name, field == "metadata.name" ? workload.name + "-0" : workload.name);
    }
    return environment;
}

YamlValue secretsOf(const Workload& workload) {
    YamlValue list = YamlValue::list();
    for (const CredentialFile& credential : workload.credentials) {
        list.add(YamlValue::mapping()
                     .set("source", secretFile(credential))
                     .set("target", fmt::format("{}/{}", workload.credentialsPath, credential.name)));
    }
    for (const auto& [file, text] : workload.credentialTemplates) {
        list.add(YamlValue::mapping()
                     .set("source", templateFile(workload, file))
                     .set("target", fmt::format("{}/{}", workload.credentialsPath, file)));
    }
    return list;
}

YamlValue configsOf(const Workload& workload) {
    YamlValue list = YamlValue::list();
    for (const ConfigFile& file : workload.files) {
        list.add(YamlValue::mapping()
                     .set("source", templateFile(workload, file.name))
                     .set("target", fmt::format("{}/{}", workload.filesPath, file.name)));
    }
    return list;
}

YamlValue neededBy(const CorePlan& plan, const Workload& workload) {
    YamlValue needed = YamlValue::mapping();
    for (const CallEnds& call : plan.calls) {
        const Workload* server = call.client == workload.profile ? plan.find(call.server->id) : nullptr;
        if (server == nullptr || !keepsData(*server) || !whyNotLocal(*server).empty()) {
            continue;
        }
        const bool isWatched = server->readiness.find("exec") != nullptr;
        needed[server->name].set("condition", isWatched ? "service_healthy" : "service_started");
    }
    return needed;
}

YamlValue healthOf(const Workload& workload) {
    const YamlValue* exec = workload.readiness.find("exec");
    const YamlValue* command = exec == nullptr ? nullptr : exec->find("command");
    if (command == nullptr) {
        return {};
    }
    YamlValue health;
    health["test"].add("CMD");
    for (const YamlValue& word : std::get<YamlList>(command->variant())) {
        health["test"].add(composeText(std::get<std::string>(word.variant())));
    }
    health.set("interval", "5s").set("retries", 24).set("timeout", "5s");
    return health;
}

// What is yours runs as it does in the cluster; stores set their folders up as their images do it. A product that
// writes into its own program has that copied for it in the cluster: here it runs as its image's own user.
void lockDown(YamlValue& service, const Workload& workload) {
    service["security_opt"].add("no-new-privileges:true");
    if (keepsData(workload)) {
        return;
    }
    if (!workload.initContainers.empty()) {
        service["cap_drop"].add("ALL");
        return;
    }
    service.set("user", "10001:10001").set("read_only", true);
    service["cap_drop"].add("ALL");
    for (const ScratchVolume& scratch : workload.scratch) {
        service["tmpfs"].add(scratch.path);
    }
}

void putUnlessEmpty(YamlValue& service, const std::string& key, YamlValue value) {
    const YamlList* list = std::get_if<YamlList>(&value.variant());
    const YamlMembers* members = std::get_if<YamlMembers>(&value.variant());
    const bool isEmpty =
        value.isNull() || (list != nullptr && list->empty()) || (members != nullptr && members->empty());
    if (!isEmpty) {
        service.set(key, std::move(value));
    }
}

}  // namespace

const ScratchVolume* keptFolder(const Workload& workload) {
    const bool isCopied = !keepsData(workload) && !workload.volume && !workload.initContainers.empty();
    const auto at = std::ranges::find(workload.scratch, "data", &ScratchVolume::name);
    return isCopied && at != workload.scratch.end() ? &*at : nullptr;
}

std::string composeText(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        escaped += c == '$' ? "$$" : std::string(1, c);
    }
    return escaped;
}

std::string whyNotLocal(const Workload& workload) {
    if (workload.shape == WorkloadShape::Strimzi) {
        return "Strimzi runs its brokers, and compose has no operators";
    }
    if (workload.shape == WorkloadShape::Claim) {
        return "it is a folder: the services that mount it have it as a volume here";
    }
    if (workload.gpus > 0) {
        return "it takes a graphics card";
    }
    return workload.shape == WorkloadShape::DaemonSet ? "it collects what the nodes of a cluster write" : "";
}

std::string localAddress(const Workload& workload) {
    const WorkloadPort* port = workload.mainPort();
    const int number = port == nullptr ? 80 : port->container;
    const bool isUrl = workload.address().starts_with("http://");
    return fmt::format("{}{}:{}", isUrl ? "http://" : "", workload.name, number);
}

LocalPlaces localPlaces(const CorePlan& plan) {
    std::set<ServiceId> entered;
    for (const Entry& entry : plan.analysis->figures.design.entries) {
        if (!entry.background) {
            entered.insert(entry.service);
        }
    }
    LocalPlaces places;
    for (const Workload& workload : plan.workloads) {
        if (entered.contains(workload.profile->id) && workload.mainPort() != nullptr && whyNotLocal(workload).empty()) {
            places.ports.emplace(workload.name, kFirstPort + static_cast<int>(places.ports.size()));
        }
        if (std::string address = workload.address(); !address.empty()) {
            places.byAddress.emplace(std::move(address), &workload);
        }
    }
    return places;
}

YamlValue composeService(const CorePlan& plan, const LocalPlaces& places, const Workload& workload) {
    YamlValue service = YamlValue::mapping();
    service.set("image", workload.repository + ":" + workload.tag);
    putUnlessEmpty(service, "entrypoint", wordsOf(workload.command, workload));
    putUnlessEmpty(service, "command", wordsOf(workload.args, workload));
    putUnlessEmpty(service, "environment", environmentOf(places, workload));
    putUnlessEmpty(service, "secrets", secretsOf(workload));
    putUnlessEmpty(service, "configs", configsOf(workload));
    putUnlessEmpty(service, "depends_on", neededBy(plan, workload));
    putUnlessEmpty(service, "healthcheck", healthOf(workload));
    if (const auto port = places.ports.find(workload.name); port != places.ports.end()) {
        service["ports"].add(fmt::format("127.0.0.1:{}:{}", port->second, workload.mainPort()->container));
    }
    if (workload.volume) {
        service["volumes"].add(fmt::format("{}:{}", workload.name, workload.volume->path));
    }
    if (const ScratchVolume* kept = keptFolder(workload); kept != nullptr) {
        service["volumes"].add(fmt::format("{}:{}", workload.name, kept->path));
    }
    for (const SharedVolume& shared : workload.sharedVolumes) {
        service["volumes"].add(fmt::format("{}:{}", shared.claim, shared.path));
    }
    if (!workload.headlessName().empty()) {
        const std::string pod = workload.name + "-0";
        service.set("hostname", pod);
        service["networks"]["default"].set("aliases",
                                           textsOf({pod, fmt::format("{}.{}.{}.svc.cluster.local", pod,
                                                                     workload.headlessName(), plan.bridge.nameSpace)}));
    }
    if (workload.runsToEnd()) {
        service["profiles"].add("jobs");
    } else {
        service.set("restart", "unless-stopped");
    }
    lockDown(service, workload);
    return service;
}

}  // namespace tideline
