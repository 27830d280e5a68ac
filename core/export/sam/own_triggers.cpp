// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/own_triggers.h"

#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/deliveries.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/http_part.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"
#include "core/export/sam/schedule.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

Result<void> addSchedule(SamBuild& build, const SamService& service) {
    const std::string place = fmt::format("/services/{}/fields/scheduleCron", service.profile->id.text);
    const std::string expression = TRY(scheduleExpression(service.profile->text("scheduleCron", "0 * * * *"), place));
    YamlValue properties =
        YamlMembers{{"ScheduleExpression", expression},
                    {"ScheduleExpressionTimezone", "UTC"},
                    {"FlexibleTimeWindow", YamlMembers{{"Mode", "FLEXIBLE"}, {"MaximumWindowInMinutes", 15}}},
                    {"DeadLetterConfig", YamlMembers{{"Arn", edgeDeadLetters(build)}}},
                    {"RetryPolicy", YamlMembers{{"MaximumRetryAttempts", 3}, {"MaximumEventAgeInSeconds", 3600}}}};
    SamDraft& draft = build.draft(service);
    draft.events.emplace_back("OnSchedule", YamlMembers{{"Type", "ScheduleV2"}, {"Properties", std::move(properties)}});
    draft.isAsynchronous = true;
    draft.triggers.push_back({.kind = SamTriggerKind::Schedule, .sample = service.slug + "-schedule"});
    return {};
}

/// The logs of every other function. Its own would feed itself without end.
void addLogSubscriptions(SamBuild& build, const SamService& service) {
    SamDraft& draft = build.draft(service);
    for (const SamService& other : build.plan->services) {
        const bool isSource = runsCode(other.shape) && !usesEvent(other, "LogSubscription");
        if (isSource) {
            draft.events.emplace_back(
                "LogsOf" + other.logicalId,
                YamlMembers{{"Type", "CloudWatchLogs"},
                            {"Properties", YamlMembers{{"LogGroupName", cfnRef(other.logicalId + "LogGroup")},
                                                       {"FilterPattern", ""}}}});
        }
    }
    draft.isAsynchronous = true;
    draft.triggers.push_back({.kind = SamTriggerKind::Logs, .sample = service.slug + "-logs"});
}

/// Where collected logs go unless a store is drawn: Firehose into a bucket.
void addLogArchive(SamBuild& build, const SamService& service) {
    const std::string bucket = service.logicalId + "ArchiveBucket";
    addBucket(build, {.id = bucket, .comment = "Collected logs", .expireDays = 365});
    addDeliveryStream(build, service.logicalId, bucket);
    SamCall call;
    call.kind = SamCallKind::Deliver;
    call.name = "to_archive";
    call.environment = "ARCHIVE";
    call.rights = {deliverTo(service.logicalId + "Delivery")};
    call.variables = {{"ARCHIVE_DELIVERY_STREAM", cfnRef(service.logicalId + "Delivery")}};
    build.draft(service).calls.push_back(std::move(call));
}

/// Others send to it without a queue in between: it gets one.
void addOwnQueue(SamBuild& build, const SamService& service) {
    const std::string queue = service.logicalId + "Queue";
    const bool isFifo = service.profile->flag("ordered");
    addQueue(build,
             {.id = queue,
              .comment = fmt::format("What others send to {}", service.slug),
              .isFifo = isFifo,
              .visibilityS = 6 * timeoutOf(service),
              .name = build.plan->isCalledByCore(service) ? build.plan->bridge.sharedName(*service.profile) : ""});
    addQueueTrigger(build, service, queue, isFifo, service.slug + "-messages");
}

/// Objects that are put into a bucket of its own.
void addOwnBucket(SamBuild& build, const SamService& service) {
    const std::string bucket = service.logicalId + "InputBucket";
    addBucket(build, {.id = bucket, .comment = fmt::format("Files for {}", service.slug), .sendsEvents = true});
    YamlValue properties = YamlMembers{
        {"Pattern", YamlMembers{{"source", YamlList{"aws.s3"}},
                                {"detail-type", YamlList{"Object Created"}},
                                {"detail", YamlMembers{{"bucket", YamlMembers{{"name", YamlList{cfnRef(bucket)}}}}}}}}};
    setDelivery(build, properties);
    SamDraft& draft = build.draft(service);
    draft.events.emplace_back("OnObjectCreated",
                              YamlMembers{{"Type", "EventBridgeRule"}, {"Properties", std::move(properties)}});
    draft.isAsynchronous = true;
    grant(draft, readObjects(bucket));
    setEnvironment(draft, "INPUT_BUCKET", cfnRef(bucket));
    draft.triggers.push_back({.kind = SamTriggerKind::Object, .sample = service.slug + "-object"});
    rememberEvents(build, draft);
    build.tmpl.addOutput(bucket + "Name", fmt::format("Bucket whose new objects start {}", service.slug),
                         cfnRef(bucket));
}

bool isSentTo(const SamBuild& build, const SamService& service) {
    const std::vector<const SamLink*> into = build.plan->linksTo(service);
    return std::ranges::any_of(into, [](const SamLink* link) {
        return link->connection->type == ConnectionType::Async && !isChannelOfCore(*link->from) &&
               (runsCode(link->from->shape) || link->from->shape == SamShape::Core);
    });
}

/// Others call it and wait: it gets what they pass, without an envelope.
bool isInvoked(const SamBuild& build, const SamService& service) {
    const std::vector<const SamLink*> into = build.plan->linksTo(service);
    return service.shape == SamShape::Function && std::ranges::any_of(into, [](const SamLink* link) {
               return link->connection->type != ConnectionType::Async &&
                      (runsCode(link->from->shape) || link->from->shape == SamShape::Core);
           });
}

/// An address, unless only functions and the core call it: components on Wasm run outside of AWS.
bool wantsAddress(const SamBuild& build, const SamService& service) {
    const bool serves = usesEvent(service, "HttpApi") && service.profile->role == Role::Service;
    if (!serves || service.profile->text("exposure", "auto") == "private") {
        return false;
    }
    const std::vector<const SamLink*> into = build.plan->linksTo(service);
    const bool hasInnerCallers = std::ranges::any_of(into, [](const SamLink* link) {
        return runsCode(link->from->shape) || link->from->shape == SamShape::Core ||
               link->from->shape == SamShape::Gateway;
    });
    const bool hasOuterCallers =
        std::ranges::any_of(into, [](const SamLink* link) { return link->from->profile->host == Host::Wasm; });
    return !hasInnerCallers || hasOuterCallers || build.plan->hasEntry(service) ||
           service.profile->text("exposure") == "public";
}

/// The secret by which a public function tells good callers from others.
void addSigningSecret(SamBuild& build, const SamService& service) {
    const std::string id = service.logicalId + "SigningSecret";
    build.tmpl.add(id, {.type = "AWS::SecretsManager::Secret",
                        .properties = YamlMembers{{"Description", "The key under which callers sign"},
                                                  {"GenerateSecretString",
                                                   YamlMembers{{"ExcludePunctuation", true}, {"PasswordLength", 40}}},
                                                  {"Tags", tagList(build)}},
                        .keep = CfnKeep::Delete});
    SamDraft& draft = build.draft(service);
    grant(draft, readSecret(service.logicalId, cfnRef(id)));
    setEnvironment(draft, "SIGNING_SECRET_ARN", cfnRef(id));
}

void addAddress(SamBuild& build, const SamService& service) {
    if (build.plan->hasFrontDoor(service)) {
        addRoute(build, service, nullptr);
        return;
    }
    build.draft(service).triggers.push_back(
        {.kind = SamTriggerKind::Http, .sample = service.slug + "-request", .path = "/", .method = "GET"});
    build.tmpl.addOutput(service.logicalId + "Url", fmt::format("Signed address of {}", service.slug),
                         cfnAttribute(functionIdOf(service) + "Url", "FunctionUrl"));
}

/// Workers without anything that starts them: files where the kind reads files, else messages.
void addOwnSource(SamBuild& build, const SamService& service) {
    if (usesResource(service, "AWS::S3::Bucket")) {
        addOwnBucket(build, service);
    } else if (usesEvent(service, "SQS")) {
        addOwnQueue(build, service);
    }
}

}  // namespace

Result<void> addOwnTriggers(SamBuild& build, const SamService& service) {
    const bool collectsLogs = usesEvent(service, "LogSubscription");
    if (usesEvent(service, "ScheduleV2") && service.profile->role == Role::Job) {
        TRY(addSchedule(build, service));
    }
    if (collectsLogs) {
        addLogSubscriptions(build, service);
        const bool hasStore = !build.plan->linksFrom(service).empty();
        if (!hasStore) {
            addLogArchive(build, service);
        }
    }
    if (isSentTo(build, service) && service.shape != SamShape::StateMachine) {
        addOwnQueue(build, service);
    }
    if (wantsAddress(build, service) && service.shape == SamShape::Function) {
        addAddress(build, service);
    }
    const auto isHttp = [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Http; };
    if (checksSignatures(service) && std::ranges::any_of(build.draft(service).triggers, isHttp)) {
        addSigningSecret(build, service);
    }
    const bool isCalled = isInvoked(build, service);
    if (build.draft(service).triggers.empty() && !isCalled && service.profile->role == Role::Worker &&
        service.shape == SamShape::Function) {
        addOwnSource(build, service);
    }
    if (isCalled || (build.draft(service).triggers.empty() && service.shape == SamShape::Function)) {
        build.draft(service).triggers.push_back({.kind = SamTriggerKind::Invoke, .sample = service.slug + "-call"});
    }
    return {};
}

}  // namespace tideline
