// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tideline {
namespace {

constexpr int kLeastReplicas = 3;  // W11 and W12: one a zone

std::string replaced(std::string text, std::string_view word, std::string_view by) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size())) {
        text.replace(at, word.size(), by);
    }
    return text;
}

YamlValue trigger(std::string_view type, const TextPairs& metadata, const std::string& authentication) {
    YamlValue result;
    if (!authentication.empty()) {
        result["authenticationRef"].set("kind", "TriggerAuthentication").set("name", authentication);
    }
    YamlValue values = YamlValue::mapping();
    for (const auto& [key, value] : metadata) {
        values.set(key, value);
    }
    result.set("metadata", std::move(values));
    result.set("type", type);
    return result;
}

std::string metadataOf(const ScalingSpec& spec, std::string_view key, std::string fallback) {
    for (const auto& [name, value] : spec.metadata) {
        if (name == key) {
            return value;
        }
    }
    return fallback;
}

void addQueueTrigger(const CorePlan& plan, Workload& workload, const CoreInbox& inbox, const ScalingSpec& spec) {
    workload.scaling.triggers.push_back(trigger("aws-sqs-queue",
                                                {{"activationQueueLength", "0"},
                                                 {"awsRegion", plan.settings().region},
                                                 {"queueLength", metadataOf(spec, "queueLength", "10")},
                                                 {"queueURL", plan.bridge.queueUrl(inbox)},
                                                 {"scaleOnInFlight", "true"}},
                                                workload.name));
    workload.scaling.usesPodIdentity = true;
}

void addStreamTrigger(const CorePlan& plan, Workload& workload, const CoreInbox& inbox) {
    workload.scaling.triggers.push_back(trigger(
        "aws-kinesis-stream",
        {{"awsRegion", plan.settings().region}, {"shardCount", "1"}, {"streamName", inbox.queueName}}, workload.name));
    workload.scaling.usesPodIdentity = true;
}

// Brokers that AWS runs: the scaler signs with the role of its own pods.
void addTopicTrigger(const CorePlan& plan, Workload& workload, const CoreInbox& inbox, const ScalingSpec& spec) {
    workload.scaling.triggers.push_back(
        trigger("kafka",
                {{"awsRegion", plan.settings().region},
                 {"bootstrapServers", plan.bridge.brokers(*plan.analysis->figures.resolved.find(inbox.channel))},
                 {"consumerGroup", workload.name},
                 {"lagThreshold", metadataOf(spec, "lagThreshold", "50")},
                 {"sasl", "oauthbearer"},
                 {"saslTokenProvider", "aws_msk_iam"},
                 {"tls", "enable"},
                 {"topic", inbox.queueName}},
                workload.name));
    workload.scaling.usesPodIdentity = true;
}

/// KEDA asks from a namespace of its own, in which a short name means another service.
std::string addressFromAfar(const CorePlan& plan, const Workload& channel) {
    const std::string address = channel.address();
    const std::size_t colon = std::min(address.find(':'), address.size());
    return fmt::format("{}.{}.svc.cluster.local{}", address.substr(0, colon), plan.bridge.nameSpace,
                       address.substr(colon));
}

// A channel in the cluster: the trigger follows the product that runs there.
void addChannelTrigger(const CorePlan& plan, Workload& workload, const Workload& channel, const ScalingSpec& spec) {
    const std::string length = metadataOf(spec, "queueLength", "10");
    if (channel.shape == WorkloadShape::Strimzi) {
        workload.scaling.triggers.push_back(trigger("kafka",
                                                    {{"bootstrapServers", addressFromAfar(plan, channel)},
                                                     {"consumerGroup", workload.name},
                                                     {"lagThreshold", metadataOf(spec, "lagThreshold", "50")},
                                                     {"topic", channel.name}},
                                                    ""));
    } else if (channel.port("amqp") != nullptr) {
        workload.scaling.triggers.push_back(trigger(
            "rabbitmq", {{"mode", "QueueLength"}, {"queueName", workload.name}, {"value", length}}, workload.name));
        workload.scaling.triggerCredentials.emplace_back("host", channel.name + "-url");
    } else if (channel.port("monitor") != nullptr) {
        workload.scaling.triggers.push_back(trigger(
            "nats-jetstream",
            {{"account", "$G"},
             {"consumer", workload.name},
             {"lagThreshold", length},
             {"natsServerMonitoringEndpoint", fmt::format("{}.{}.svc.cluster.local:{}", channel.name,
                                                          plan.bridge.nameSpace, channel.port("monitor")->service)},
             {"stream", channel.name}},
            ""));
    } else if (channel.port("redis") != nullptr) {
        workload.scaling.triggers.push_back(trigger("redis-streams",
                                                    {{"address", addressFromAfar(plan, channel)},
                                                     {"consumerGroup", workload.name},
                                                     {"pendingEntriesCount", length},
                                                     {"stream", workload.name}},
                                                    workload.name));
        workload.scaling.triggerCredentials.emplace_back("password", channel.name + "-password");
    }
}

void addInboxTriggers(const CorePlan& plan, Workload& workload, const ScalingSpec& spec) {
    for (const CoreInbox& inbox : plan.bridge.inboxes) {
        if (inbox.service != workload.profile->id) {
            continue;
        }
        if (inbox.kind == InboxKind::Stream) {
            addStreamTrigger(plan, workload, inbox);
        } else if (inbox.kind == InboxKind::Topic) {
            addTopicTrigger(plan, workload, inbox, spec);
        } else {
            addQueueTrigger(plan, workload, inbox, spec);
        }
    }
    for (const CallEnds& call : plan.calls) {
        const Workload* channel = call.client == workload.profile && call.connection->from == call.server->id
                                      ? plan.find(call.server->id)
                                      : nullptr;
        if (channel != nullptr) {
            addChannelTrigger(plan, workload, *channel, spec);
        }
    }
}

bool followsQueue(const ScalingSpec& spec) {
    return spec.trigger == "aws-sqs-queue" || spec.trigger == "kafka";
}

void addOwnTrigger(const CorePlan& plan, Workload& workload, const ScalingSpec& spec) {
    TextPairs metadata;
    for (const auto& [key, value] : spec.metadata) {
        metadata.emplace_back(key,
                              replaced(replaced(value, "$NAME", workload.name), "$REGION", plan.settings().region));
    }
    std::ranges::sort(metadata);
    workload.scaling.triggers.insert(workload.scaling.triggers.begin(), trigger(spec.trigger, metadata, ""));
}

// One replica is there before the first message of a working day; what else waits starts further ones.
void addWorkingHours(const ExportSettings& settings, Workload& workload) {
    if (settings.workingHours.empty() || workload.scaling.triggers.empty()) {
        return;
    }
    const auto cronAt = [&](std::size_t at) {
        const auto number = [&](std::size_t from) { return std::stoi(settings.workingHours.substr(from, 2)); };
        return fmt::format("{} {} * * 1-5", number(at + 3), number(at));
    };
    workload.scaling.triggers.push_back(trigger(
        "cron", {{"desiredReplicas", "1"}, {"end", cronAt(6)}, {"start", cronAt(0)}, {"timezone", settings.timeZone}},
        ""));
}

void planKeda(const CorePlan& plan, Workload& workload, const ScalingSpec& spec) {
    addInboxTriggers(plan, workload, spec);
    if (!followsQueue(spec)) {
        addOwnTrigger(plan, workload, spec);
    }
    if (workload.profile->number("leastReplicas", spec.least) <= 0) {
        addWorkingHours(plan.settings(), workload);
    }
    workload.scaling.by = WorkloadScaling::By::Keda;
    if (workload.scaling.triggers.empty()) {
        // Nothing is drawn that it could be scaled by: it is called, so its processor says how many are needed.
        workload.scaling.by = WorkloadScaling::By::Hpa;
    }
    workload.scaling.pollingSeconds = static_cast<int>(spec.pollingIntervalS);
    workload.scaling.cooldownSeconds = static_cast<int>(spec.cooldownPeriodS);
}

int whole(double value) {
    return static_cast<int>(std::min(std::ceil(value), 100000.0));
}

void planReplicas(const CorePlan& plan, Workload& workload, const ScalingSpec& spec) {
    const auto capacity = plan.analysis->figures.capacities.find(workload.profile->id);
    const bool isKnown = capacity != plan.analysis->figures.capacities.end();
    WorkloadScaling& scaling = workload.scaling;
    scaling.least = whole(isKnown ? capacity->second.least : spec.least);
    scaling.most = whole(isKnown && capacity->second.most > 0 ? capacity->second.most : spec.most);
    if (scaling.by == WorkloadScaling::By::Hpa) {
        scaling.least = std::max(scaling.least, kLeastReplicas);
        scaling.cpuPercent = spec.target > 0 && spec.targetType == "Utilization" ? whole(spec.target) : 70;
    }
    if (workload.shape == WorkloadShape::ScaledJob) {
        scaling.least = 0;
    }
    scaling.most = std::max(scaling.most, scaling.least + 1);
    const double fixed = workload.profile->number("replicasFixed", spec.replicas);
    scaling.replicas = std::max(1, whole(isKnown && spec.replicas <= 0 ? capacity->second.replicas : fixed));
    if (scaling.by == WorkloadScaling::By::Fixed && workload.shape == WorkloadShape::Deployment) {
        scaling.replicas = std::max(scaling.replicas, kLeastReplicas);
    }
}

// A kind that scales by connections listens to a queue all the same when one is drawn.
void addAuthentication(Workload& workload) {
    const bool isNeeded = workload.scaling.usesPodIdentity || !workload.scaling.triggerCredentials.empty();
    if (isNeeded && !workload.hasPart("trigger-authentication")) {
        workload.parts.emplace_back("trigger-authentication");
    }
}

void addExemptions(Workload& workload) {
    const WorkloadScaling& scaling = workload.scaling;
    if (workload.runsToEnd() || workload.shape == WorkloadShape::Inference) {
        return;
    }
    if (scaling.by == WorkloadScaling::By::Hpa || scaling.by == WorkloadScaling::By::Keda) {
        const char* owner = scaling.by == WorkloadScaling::By::Hpa ? "owned by the HPA" : "owned by the ScaledObject";
        workload.annotations.emplace_back("ignore-check.kube-linter.io/minimum-three-replicas", owner);
        workload.annotations.emplace_back("polaris.fairwinds.com/deploymentMissingReplicas-exempt", "true");
    }
    if (scaling.by == WorkloadScaling::By::Keda) {
        workload.annotations.emplace_back("kube-score/ignore", "deployment-replicas");
    }
    if (scaling.by == WorkloadScaling::By::Fixed && workload.shape == WorkloadShape::StatefulSet &&
        scaling.replicas < kLeastReplicas) {
        workload.annotations.emplace_back("ignore-check.kube-linter.io/minimum-three-replicas",
                                          workload.profile->role == Role::Platform
                                              ? "as many as its kind runs"
                                              : "copies of this store are no replicas behind a balancer");
    }
}

// KEDA starts a run for each message; without a queue there is nothing to count, and one run is all there is.
void runOnce(CorePlan& plan, Workload& workload) {
    workload.shape = WorkloadShape::Job;
    workload.scaling.by = WorkloadScaling::By::Fixed;
    std::ranges::replace(workload.parts, "scaled-job", "job");
    std::erase(workload.parts, "trigger-authentication");
    plan.note(*workload.profile, fmt::format("'{}' starts a run for each message, and no queue is drawn to it: the "
                                             "export runs it once. Draw a queue or a bus that leads to it",
                                             workload.profile->name));
}

}  // namespace

void planScaling(CorePlan& plan) {
    for (Workload& workload : plan.workloads) {
        const ScalingSpec& spec = workload.profile->hosting()->scaling;
        if (workload.shape == WorkloadShape::Knative) {
            workload.scaling.by = WorkloadScaling::By::Knative;
        } else if (spec.by == "hpa") {
            workload.scaling.by = WorkloadScaling::By::Hpa;
        } else if (spec.by == "keda") {
            planKeda(plan, workload, spec);
            if (workload.shape == WorkloadShape::ScaledJob && workload.scaling.triggers.empty()) {
                runOnce(plan, workload);
            }
        } else if (workload.shape == WorkloadShape::DaemonSet) {
            workload.scaling.by = WorkloadScaling::By::Nodes;
        }
        planReplicas(plan, workload, spec);
        workload.scaling.replicas = plan.options->oneCopy ? 1 : workload.scaling.replicas;
        addAuthentication(workload);
        addExemptions(workload);
    }
}

}  // namespace tideline
