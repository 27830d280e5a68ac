// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/deliveries.h"

#include "core/export/sam/bridge_part.h"
#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/device_part.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/http_part.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/topic_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

/// "OnPaymentTaken", or with the connection's id where the service has an event of this name already.
std::string eventName(const SamDraft& draft, const SamLink& link, std::string_view fallback) {
    const std::string name =
        "On" + (link.event.empty() ? std::string(fallback) : nameFor(link.event, NameStyle::LogicalId));
    const bool isTaken = std::ranges::any_of(draft.events, [&](const auto& event) { return event.first == name; });
    return isTaken ? name + link.logicalId : name;
}

/// The name of the file with a sample event: by function and connection.
std::string sampleName(const SamLink& link) {
    return link.to->slug + "-" + nameFor(link.connection->id.text, NameStyle::Label);
}

YamlValue ruleEvent(SamBuild& build, const std::string& bus, YamlValue pattern) {
    YamlValue properties = YamlValue::mapping();
    if (!bus.empty()) {
        properties.set("EventBusName", cfnRef(bus));
    }
    properties.set("Pattern", std::move(pattern));
    setDelivery(build, properties);
    return YamlMembers{{"Type", "EventBridgeRule"}, {"Properties", std::move(properties)}};
}

void ruleToQueue(SamBuild& build, const SamLink& link, HeardEvents& heard) {
    const std::string queue = link.to->logicalId + "Queue";
    const std::string rule = link.logicalId + "Rule";
    YamlValue target = YamlMembers{{"Id", link.to->slug}, {"Arn", cfnAttribute(queue, "Arn")}};
    if (link.to->profile->flag("ordered")) {
        target.set("SqsParameters", YamlMembers{{"MessageGroupId", link.to->slug}});
    }
    setDelivery(build, target);
    addRule(build, rule, heard.bus, std::move(heard.pattern), std::move(target));
    if (build.tmpl.find(queue + "Policy") == nullptr) {
        addQueuePolicy(build, queue, "events.amazonaws.com",
                       cfnSub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*"));
    }
}

void ruleToStream(SamBuild& build, const SamLink& link, HeardEvents& heard) {
    const std::string stream = link.to->logicalId + "Stream";
    const std::string role = link.logicalId + "RuleRole";
    build.tmpl.add(
        role, {.type = "AWS::IAM::Role",
               .properties = YamlMembers{
                   {"AssumeRolePolicyDocument", cfnTrust("events.amazonaws.com")},
                   {"Policies", YamlList{YamlMembers{{"PolicyName", "put-records"},
                                                     {"PolicyDocument", cfnPolicy({putInto(stream).statement})}}}}}});
    YamlValue target = YamlMembers{
        {"Id", link.to->slug}, {"Arn", cfnAttribute(stream, "Arn")}, {"RoleArn", cfnAttribute(role, "Arn")}};
    setDelivery(build, target);
    addRule(build, link.logicalId + "Rule", heard.bus, std::move(heard.pattern), std::move(target));
}

/// Brokers and stores of the core have no inbox, because they fetch nothing.
void noteUnread(SamBuild& build, const SamLink& link) {
    const Bridge& bridge = build.plan->bridge;
    const bool isPushed = !pushDestinationId(*build.plan, link).empty();
    if (bridge.inbox(link.to->profile->id, link.from->profile->id) == nullptr && !isPushed) {
        build.note(*link.to, fmt::format("events of '{}' do not reach '{}' in the core, which fetches nothing: put a "
                                         "worker between that reads them and passes them on",
                                         link.from->profile->name, link.to->profile->name));
    }
}

/// What takes the events of a rule; inboxes of the core are made by the bridge.
void deliverByRule(SamBuild& build, const SamLink& link, HeardEvents& heard) {
    const SamShape shape = link.to->shape;
    if (shape == SamShape::Queue || shape == SamShape::Topic) {
        ruleToQueue(build, link, heard);
    } else if (shape == SamShape::Stream) {
        ruleToStream(build, link, heard);
    } else if (runsCode(shape)) {
        SamDraft& draft = build.draft(*link.to);
        const std::string name = eventName(draft, link, heard.isObject ? "ObjectCreated" : "AnyEvent");
        draft.events.emplace_back(name, ruleEvent(build, heard.bus, std::move(heard.pattern)));
        draft.isAsynchronous = true;
        draft.triggers.push_back({.kind = heard.isObject ? SamTriggerKind::Object : SamTriggerKind::Bus,
                                  .sample = sampleName(link),
                                  .event = link.event.empty() ? "SampleEvent" : link.event,
                                  .source = build.plan->application + ".sample"});
        if (shape != SamShape::StateMachine) {
            rememberEvents(build, draft);
        }
    } else if (shape == SamShape::Core) {
        noteUnread(build, link);
    } else {
        build.note(*link.to, fmt::format("events from '{}' do not reach '{}' in the template: a rule cannot send to it",
                                         link.from->profile->name, link.to->profile->name));
    }
}

YamlValue objectPattern(const SamBuild& build, const SamLink& link) {
    YamlMembers detail{{"bucket", YamlMembers{{"name", YamlList{cfnRef(link.from->logicalId + "Bucket")}}}}};
    const std::vector<const SamLink*> back = build.plan->linksFrom(*link.to);
    if (std::ranges::any_of(back, [&](const SamLink* other) { return other->to == link.from; })) {
        // The service writes into the bucket that starts it: only a folder of its own starts it, or it never ends.
        detail.emplace_back("object", YamlMembers{{"key", YamlList{YamlMembers{{"prefix", "incoming/"}}}}});
    }
    return YamlMembers{
        {"source", YamlList{"aws.s3"}}, {"detail-type", YamlList{"Object Created"}}, {"detail", std::move(detail)}};
}

void deliverFromQueue(SamBuild& build, const SamLink& link) {
    if (!runsCode(link.to->shape) || link.to->shape == SamShape::StateMachine) {
        if (link.to->shape != SamShape::Core) {
            build.note(*link.to,
                       fmt::format("messages of '{}' do not reach '{}' in the template: put a function between",
                                   link.from->profile->name, link.to->profile->name));
        }
        return;
    }
    addQueueTrigger(build, *link.to, link.from->logicalId + "Queue", link.from->profile->flag("ordered"),
                    sampleName(link));
}

/// True where a function takes the records of a stream or topic; a note says so where nothing can.
bool takesRecords(SamBuild& build, const SamLink& link) {
    const bool takes = runsCode(link.to->shape) && link.to->shape != SamShape::StateMachine;
    if (!takes && link.to->shape != SamShape::Core) {
        build.note(*link.to, fmt::format("records of '{}' do not reach '{}' in the template: put a function between",
                                         link.from->profile->name, link.to->profile->name));
    }
    return takes;
}

YamlValue failedRecords(SamBuild& build) {
    return YamlMembers{{"OnFailure", YamlMembers{{"Type", "SQS"}, {"Destination", edgeDeadLetters(build)}}}};
}

/// Without a mode that is paid by the hour, Lambda tries whole batches of Kafka again, not their failed rest.
void deliverFromTopic(SamBuild& build, const SamLink& link) {
    if (!takesRecords(build, link)) {
        return;
    }
    const TopicNames names = topicNames(build, *link.from);
    SamDraft& draft = build.draft(*link.to);
    YamlValue properties = YamlMembers{{"Stream", cfnRef(names.clusterId)},
                                       {"Topics", YamlList{names.topic}},
                                       {"ConsumerGroupId", link.to->slug},
                                       {"StartingPosition", "TRIM_HORIZON"},
                                       {"BatchSize", 100},
                                       {"MaximumBatchingWindowInSeconds", 1},
                                       {"DestinationConfig", failedRecords(build)}};
    draft.events.emplace_back("Records" + link.from->logicalId,
                              YamlMembers{{"Type", "MSK"}, {"Properties", std::move(properties)}});
    draft.triggers.push_back({.kind = SamTriggerKind::Topic, .sample = sampleName(link)});
    grant(draft, readTopic(names, link.to->slug));
    rememberEvents(build, draft);
}

void deliverFromStream(SamBuild& build, const SamLink& link) {
    if (!takesRecords(build, link)) {
        return;
    }
    SamDraft& draft = build.draft(*link.to);
    YamlValue properties = YamlMembers{{"Stream", cfnAttribute(link.from->logicalId + "Stream", "Arn")},
                                       {"StartingPosition", "LATEST"},
                                       {"BatchSize", 100},
                                       {"MaximumBatchingWindowInSeconds", 1},
                                       {"ParallelizationFactor", 1},
                                       {"BisectBatchOnFunctionError", true},
                                       {"MaximumRetryAttempts", 3},
                                       {"FunctionResponseTypes", YamlList{"ReportBatchItemFailures"}},
                                       {"DestinationConfig", failedRecords(build)}};
    draft.events.emplace_back("Records" + link.from->logicalId,
                              YamlMembers{{"Type", "Kinesis"}, {"Properties", std::move(properties)}});
    draft.triggers.push_back({.kind = SamTriggerKind::Stream, .sample = sampleName(link)});
    rememberEvents(build, draft);
}

void deliverFromGateway(SamBuild& build, const SamLink& link) {
    if (link.to->shape == SamShape::Function) {
        addRoute(build, *link.to, link.from);
    } else if (link.to->shape == SamShape::Core) {
        addCoreRoute(build, *link.from, *link.to);
    } else {
        build.note(*link.from, fmt::format("the route from '{}' to '{}' is not in the template: an API of this export "
                                           "calls functions and the core",
                                           link.from->profile->name, link.to->profile->name));
    }
}

void deliverFromBucket(SamBuild& build, const SamLink& link) {
    if (link.to->shape == SamShape::Bus) {
        // Events of objects stay on the default bus; listeners of the drawn bus take them there (busPattern).
        return;
    }
    if (link.to->shape == SamShape::Core) {
        build.note(*link.to,
                   fmt::format("new objects of '{}' do not reach '{}' in the core: draw them through a bus or queue",
                               link.from->profile->name, link.to->profile->name));
        return;
    }
    HeardEvents heard{"", objectPattern(build, link), true};
    deliverByRule(build, link, heard);
}

YamlValue busPattern(const SamBuild& build, const SamLink& link) {
    YamlValue own = YamlValue::mapping();
    const std::vector<const SamLink*> back = build.plan->linksFrom(*link.to);
    const bool speaks = std::ranges::any_of(back, [&](const SamLink* other) { return other->to == link.from; });
    if (!link.event.empty()) {
        own.set("detail-type", YamlList{*cfnLiteral(link.event, "")});
    } else if (speaks) {
        // It hears everything and speaks as well: not itself, or its events never end.
        own.set("source", YamlList{YamlMembers{{"anything-but", YamlList{eventSource(*build.plan, *link.to)}}}});
    } else {
        own.set("source", YamlList{YamlMembers{{"prefix", build.plan->application + "."}}});
    }
    return own;
}

/// Connections into the bus over which a bucket publishes `event`.
std::vector<const SamLink*> bucketsThatPublish(const SamBuild& build, const SamLink& link) {
    std::vector<const SamLink*> found = build.plan->linksTo(*link.from);
    std::erase_if(found, [&](const SamLink* into) {
        return into->from->shape != SamShape::Bucket || (!link.event.empty() && into->event != link.event);
    });
    return found;
}

/// True where only buckets publish the event: their events stay on the default bus.
bool hearsObjectsOnly(const SamBuild& build, const SamLink& link) {
    const std::vector<const SamLink*> into = build.plan->linksTo(*link.from);
    return !link.event.empty() && !bucketsThatPublish(build, link).empty() &&
           std::ranges::none_of(into, [&](const SamLink* other) {
               return other->from->shape != SamShape::Bucket && other->event == link.event;
           });
}

void deliverFromBus(SamBuild& build, const SamLink& link) {
    int number = 0;
    for (HeardEvents& heard : eventsHeard(build, link)) {
        SamLink part = link;
        part.logicalId += number++ == 0 ? "" : fmt::format("Part{}", number);
        deliverByRule(build, part, heard);
    }
}

}  // namespace

void rememberEvents(SamBuild& build, SamDraft& draft) {
    if (build.tmpl.find("ProcessedEvents") == nullptr) {
        build.tmpl.add(
            "ProcessedEvents",
            {.type = "AWS::DynamoDB::Table",
             .properties =
                 YamlMembers{
                     {"BillingMode", "PAY_PER_REQUEST"},
                     {"AttributeDefinitions", YamlList{YamlMembers{{"AttributeName", "id"}, {"AttributeType", "S"}}}},
                     {"KeySchema", YamlList{YamlMembers{{"AttributeName", "id"}, {"KeyType", "HASH"}}}},
                     {"TimeToLiveSpecification", YamlMembers{{"AttributeName", "expiration"}, {"Enabled", true}}},
                     {"PointInTimeRecoverySpecification", YamlMembers{{"PointInTimeRecoveryEnabled", true}}},
                     {"SSESpecification", YamlMembers{{"SSEEnabled", true}}},
                     {"DeletionProtectionEnabled", true}},
             .keep = CfnKeep::Retain,
             .comment = "Ids of events that were worked on: a second delivery does nothing"});
    }
    setEnvironment(draft, "PROCESSED_TABLE", cfnRef("ProcessedEvents"));
    grant(draft, {"DynamoDBWritePolicy", "TableName", cfnRef("ProcessedEvents"), {}});
}

void addQueueTrigger(SamBuild& build, const SamService& service, const std::string& queue, bool isFifo,
                     const std::string& sample) {
    SamDraft& draft = build.draft(service);
    const Hosting* hosting = service.profile->hosting();
    const double most = hosting == nullptr ? 0 : hosting->scaling.maximumConcurrency;
    int batch = static_cast<int>(service.profile->number("batchSize", 10));
    batch = std::clamp(batch, 1, isFifo ? 10 : 10000);
    YamlValue properties = YamlMembers{{"Queue", cfnAttribute(queue, "Arn")}, {"BatchSize", batch}};
    if (!isFifo) {
        const int window = static_cast<int>(service.profile->number("batchWindowS", 0));
        properties.set("MaximumBatchingWindowInSeconds", std::clamp(window, batch > 10 ? 1 : 0, 300));
    }
    properties.set("FunctionResponseTypes", YamlList{"ReportBatchItemFailures"});
    properties.set("ScalingConfig",
                   YamlMembers{{"MaximumConcurrency", most < 2 ? 20 : static_cast<int>(std::min(most, 1000.0))}});
    draft.events.emplace_back("Messages" + queue, YamlMembers{{"Type", "SQS"}, {"Properties", std::move(properties)}});
    draft.triggers.push_back({.kind = SamTriggerKind::Queue, .sample = sample});
    rememberEvents(build, draft);
}

void addRule(SamBuild& build, const std::string& id, const std::string& bus, YamlValue pattern, YamlValue target) {
    YamlValue properties = YamlValue::mapping();
    if (!bus.empty()) {
        properties.set("EventBusName", cfnRef(bus));
    }
    properties.set("EventPattern", std::move(pattern)).set("Targets", YamlList{std::move(target)});
    build.tmpl.add(id, {.type = "AWS::Events::Rule", .properties = std::move(properties)});
}

std::vector<HeardEvents> eventsHeard(const SamBuild& build, const SamLink& link) {
    std::vector<HeardEvents> heard;
    if (!hearsObjectsOnly(build, link)) {
        heard.push_back({link.from->logicalId + "Bus", busPattern(build, link), false});
    }
    for (const SamLink* bucket : bucketsThatPublish(build, link)) {
        SamLink direct = *bucket;
        direct.to = link.to;
        heard.push_back({"", objectPattern(build, direct), true});
    }
    return heard;
}

bool deliverOver(SamBuild& build, const SamLink& link) {
    switch (link.from->shape) {
    case SamShape::Bus: deliverFromBus(build, link); return true;
    case SamShape::Devices: deliverFromDevices(build, link); return true;
    case SamShape::Queue: deliverFromQueue(build, link); return true;
    case SamShape::Stream: deliverFromStream(build, link); return true;
    case SamShape::Topic: deliverFromTopic(build, link); return true;
    case SamShape::Gateway: deliverFromGateway(build, link); return true;
    case SamShape::Bucket: deliverFromBucket(build, link); return true;
    default: return false;
    }
}

}  // namespace tideline
