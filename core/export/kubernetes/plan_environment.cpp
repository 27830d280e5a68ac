// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/core_plan.h"
#include "core/export/kubernetes/options.h"
#include "core/export/telemetry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {
namespace {

void set(Workload& workload, const std::string& variable, std::string value) {
    const auto isSame = [&](const auto& each) { return each.first == variable; };
    if (std::ranges::none_of(workload.environment, isSame)) {
        workload.environment.emplace_back(variable, std::move(value));
    }
}

// A file of the service's Secret, and the variable that says where it lies.
void addCredential(CorePlan& plan, Workload& workload, const CallEnds& call, std::string_view property) {
    const std::string file = fmt::format("{}-{}", plan.bridge.labels[call.server->id.text], property);
    if (std::ranges::count(workload.credentials, file, &CredentialFile::name) == 0) {
        workload.credentials.push_back({file, plan.bridge.secretKey(call.server->id), std::string(property)});
    }
    std::string variable = fmt::format("{}_{}_FILE", plan.variables[call.server->id.text], property);
    std::ranges::transform(variable, variable.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    set(workload, variable, fmt::format("{}/{}", workload.credentialsPath, file));
}

bool keepsData(const ServiceProfile& profile) {
    return profile.role == Role::Store || profile.role == Role::Channel;
}

void addCallInCluster(CorePlan& plan, Workload& workload, const CallEnds& call) {
    const Workload* server = plan.find(call.server->id);
    if (server == nullptr || server->address().empty()) {
        return;
    }
    const std::string& variable = plan.variables[call.server->id.text];
    const bool isUrl = server->address().starts_with("http://");
    set(workload, variable + (isUrl ? "_URL" : "_ADDRESS"), server->address());
    if (keepsData(*call.server) && server->shape != WorkloadShape::Strimzi) {
        addCredential(plan, workload, call, "url");
        const std::string password = plan.bridge.labels[call.server->id.text] + "-password";
        const auto isRead = [&](const auto& each) { return each.second == password; };
        if (std::ranges::any_of(workload.scaling.triggerCredentials, isRead)) {
            addCredential(plan, workload, call, "password");
        }
    }
}

void addCallToChannel(CorePlan& plan, Workload& workload, const CallEnds& call) {
    const std::string& variable = plan.variables[call.server->id.text];
    const std::string name = plan.bridge.channelName(*call.server);
    if (makesResource(*call.server, "AWS::Events::EventBus")) {
        const bool isSender = call.connection->to == call.server->id;
        if (isSender) {
            set(workload, "EVENT_BUS_NAME", name);
        }
    } else if (makesResource(*call.server, "AWS::SQS::Queue")) {
        set(workload, variable + "_QUEUE_URL",
            fmt::format("https://sqs.{}.amazonaws.com/{}/{}", plan.settings().region, plan.settings().account, name));
    } else if (isManagedKafka(*call.server)) {
        set(workload, variable + "_BOOTSTRAP_SERVERS", plan.bridge.brokers(*call.server));
        set(workload, variable + "_TOPIC", plan.bridge.topicName(*call.server));
        if (plan.bridge.inbox(workload.profile->id, call.server->id) != nullptr) {
            set(workload, variable + "_GROUP", workload.name);
        }
    } else {
        set(workload, variable + "_STREAM_NAME", name);
    }
}

void addCallOutside(CorePlan& plan, Workload& workload, const CallEnds& call) {
    const std::string& variable = plan.variables[call.server->id.text];
    const std::string& label = plan.bridge.labels[call.server->id.text];
    if (call.server->role == Role::External) {
        set(workload, variable + "_URL", fmt::format("https://{}.{}", label, plan.settings().domain));
        addCredential(plan, workload, call, "access");
    } else if (call.server->role == Role::Channel) {
        addCallToChannel(plan, workload, call);
    } else if (makesResource(*call.server, "AWS::DynamoDB::Table")) {
        set(workload, variable + "_TABLE", plan.bridge.sharedName(*call.server));
    } else if (call.server->role == Role::Store && makesResource(*call.server, "AWS::S3::Bucket")) {
        set(workload, variable + "_BUCKET", plan.bridge.bucketName(*call.server, plan.settings().account));
    } else if (call.server->role == Role::Store) {
        addCredential(plan, workload, call, "url");
    } else if (call.server->host == Host::Function && makesResource(*call.server, "AWS::Serverless::StateMachine")) {
        set(workload, variable + "_STATE_MACHINE_ARN",
            fmt::format("arn:aws:states:{}:{}:stateMachine:{}", plan.settings().region, plan.settings().account,
                        plan.bridge.sharedName(*call.server)));
    } else if (call.server->host == Host::Function && call.connection->type == ConnectionType::Async) {
        const std::string_view ending = call.server->flag("ordered") ? ".fifo" : "";
        set(workload, variable + "_QUEUE_URL",
            fmt::format("https://sqs.{}.amazonaws.com/{}/{}{}", plan.settings().region, plan.settings().account,
                        plan.bridge.sharedName(*call.server), ending));
    } else if (call.server->host == Host::Function) {
        set(workload, variable + "_FUNCTION", plan.bridge.sharedName(*call.server));
    } else {
        set(workload, variable + "_URL", fmt::format("https://api.{}/{}", plan.settings().publicHost(), label));
    }
}

void addCall(CorePlan& plan, Workload& workload, const CallEnds& call) {
    const Workload* server = plan.find(call.server->id);
    if (server != nullptr && server->shape == WorkloadShape::Claim) {
        const auto mounted = std::ranges::find(workload.sharedVolumes, server->claimName(), &SharedVolume::claim);
        set(workload, plan.variables[call.server->id.text] + "_PATH", mounted->path);
        return;
    }
    if (call.server->host == Host::Kubernetes) {
        addCallInCluster(plan, workload, call);
    } else {
        addCallOutside(plan, workload, call);
    }
    const auto timeout = call.connection->fields.find("timeoutMs");
    if (timeout != call.connection->fields.end() && std::holds_alternative<double>(timeout->second)) {
        set(workload, plan.variables[call.server->id.text] + "_TIMEOUT_MS",
            fmt::format("{:.0f}", std::get<double>(timeout->second)));
    }
}

void addInboxes(CorePlan& plan, Workload& workload) {
    for (const CoreInbox& inbox : plan.bridge.inboxes) {
        if (inbox.service == workload.profile->id && inbox.kind == InboxKind::RuleToQueue) {
            const bool isFirst =
                std::ranges::none_of(workload.environment, [](const auto& each) { return each.first == "QUEUE_URL"; });
            set(workload, isFirst ? "QUEUE_URL" : plan.variables[inbox.channel.text] + "_QUEUE_URL",
                plan.bridge.queueUrl(inbox));
        }
    }
}

void addTelemetry(CorePlan& plan, Workload& workload) {
    const Role role = workload.profile->role;
    const bool isOurs = role == Role::Service || role == Role::Worker || role == Role::Job;
    if (plan.exportsTraces && isOurs && workload.shape != WorkloadShape::DaemonSet) {
        const bool isOwn = !plan.collector.empty();
        const std::string endpoint =
            fmt::format("http://{}.{}.svc.cluster.local:4317", isOwn ? plan.collector : std::string(kCollectorName),
                        isOwn ? plan.bridge.nameSpace : std::string(kMonitoringNamespace));
        for (auto& [variable, value] :
             telemetryEnvironment(plan.settings(), *workload.profile, workload.name, {endpoint, "grpc"})) {
            set(workload, variable, std::move(value));
        }
    }
}

/// A worker of Temporal asks the server for work that KEDA counts there: both by the same names.
void addTaskQueue(Workload& workload) {
    struct Row {
        const char* variable;
        const char* member;
    };
    constexpr std::array kRows{Row{"TEMPORAL_ADDRESS", "endpoint"}, Row{"TEMPORAL_NAMESPACE", "namespace"},
                               Row{"TEMPORAL_TASK_QUEUE", "taskQueue"}};
    for (const YamlValue& trigger : workload.scaling.triggers) {
        const YamlValue* type = trigger.find("type");
        const YamlValue* metadata = trigger.find("metadata");
        if (type == nullptr || metadata == nullptr || std::get<std::string>(type->variant()) != "temporal") {
            continue;
        }
        for (const Row& row : kRows) {
            if (const YamlValue* value = metadata->find(row.member); value != nullptr) {
                set(workload, row.variable, std::get<std::string>(value->variant()));
            }
        }
    }
}

/// Brokers fetch nothing by themselves: what stands before a stream or a queue has to be moved into it.
void noteFeeding(CorePlan& plan, const Workload& broker, const CallEnds& call) {
    const bool isKafka = broker.shape == WorkloadShape::Strimzi;
    plan.note(*broker.profile,
              fmt::format("'{}' does not fetch what '{}' carries: {} fetch nothing. Draw a worker "
                          "between them{}",
                          broker.profile->name, call.server->name, isKafka ? "Kafka's brokers" : "brokers",
                          isKafka ? ", or run Kafka Connect" : ""));
}

/// True where a broker would have to ask another one.
bool isFed(const Workload& workload, const CallEnds& call) {
    return workload.profile->role == Role::Channel && call.server->role == Role::Channel;
}

/// Of several clusters, the setting has to say whose brokers it names.
void noteBrokers(CorePlan& plan) {
    std::vector<const ServiceProfile*> clusters;
    std::string form;
    for (const ServiceProfile& profile : plan.analysis->figures.resolved.services) {
        if (isManagedKafka(profile)) {
            clusters.push_back(&profile);
            form += (form.empty() ? "" : ";") + plan.bridge.labels[profile.id.text] + "=HOSTS";
        }
    }
    const bool isGiven = plan.analysis->figures.design.settings.exports.contains("kafkaBrokers");
    if (clusters.size() > 1 && isGiven && plan.settings().kafkaBrokers.empty()) {
        plan.note(*clusters.back(),
                  fmt::format("the design draws {} clusters of MSK, and kafkaBrokers does not say whose brokers it "
                              "names, so pods have samples: write {}",
                              clusters.size(), form));
    }
}

}  // namespace

void planEnvironment(CorePlan& plan) {
    const std::vector<CallEnds>& calls = plan.calls;
    noteBrokers(plan);
    for (Workload& workload : plan.workloads) {
        if (workload.shape == WorkloadShape::Claim) {
            continue;
        }
        for (const CallEnds& call : calls) {
            if (call.client == workload.profile &&
                (workload.shape == WorkloadShape::Strimzi || isFed(workload, call))) {
                noteFeeding(plan, workload, call);
            }
        }
        if (workload.shape == WorkloadShape::Strimzi) {
            continue;
        }
        if (plan.bridge.identity(workload.profile->id) != nullptr) {
            set(workload, "AWS_REGION", plan.settings().region);
        }
        addInboxes(plan, workload);
        for (const CallEnds& call : calls) {
            if (call.client == workload.profile && !isFed(workload, call)) {
                addCall(plan, workload, call);
            }
        }
        addTelemetry(plan, workload);
        addTaskQueue(workload);
        if (!workload.environment.empty() && !workload.hasPart("config-map")) {
            workload.parts.emplace_back("config-map");
        }
        if (!workload.credentials.empty() && !workload.hasPart("external-secret")) {
            workload.parts.emplace_back("external-secret");
        }
    }
}

}  // namespace tideline
