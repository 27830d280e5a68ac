// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// True where pods of the core use the channel: then it needs a name that they know.
bool isKnownToCore(const SamBuild& build, const SamService& channel) {
    const auto inCore = [](const SamService* service) { return service->shape == SamShape::Core; };
    const std::vector<const SamLink*> from = build.plan->linksFrom(channel);
    const std::vector<const SamLink*> into = build.plan->linksTo(channel);
    return std::ranges::any_of(from, inCore, [](const SamLink* link) { return link->to; }) ||
           std::ranges::any_of(into, inCore, [](const SamLink* link) { return link->from; });
}

int retentionDays(const SamService& service, double standard, int most) {
    return std::clamp(static_cast<int>(std::lround(service.profile->number("retentionDays", standard))), 1, most);
}

/// Six times what the slowest consumer may take (S5); pods get two minutes.
int visibilityFor(const SamBuild& build, const SamService& queue) {
    int seconds = 30;
    for (const SamLink* link : build.plan->linksFrom(queue)) {
        seconds = std::max(seconds, runsCode(link->to->shape) ? 6 * timeoutOf(*link->to) : 120);
    }
    return seconds;
}

YamlValue kinesisProperties(const SamBuild& build, const SamService& service) {
    YamlValue properties = YamlValue::mapping();
    if (isKnownToCore(build, service)) {
        properties.set("Name", build.plan->bridge.channelName(*service.profile));
    }
    const int shards = std::max(1, static_cast<int>(service.profile->number("shards", 1)));
    properties.set("StreamModeDetails", YamlMembers{{"StreamMode", "PROVISIONED"}})
        .set("ShardCount", shards)
        .set("RetentionPeriodHours", 24 * retentionDays(service, 1, 365))
        .set("StreamEncryption", YamlMembers{{"EncryptionType", "KMS"}, {"KeyId", "alias/aws/kinesis"}})
        .set("Tags", tagList(build));
    return properties;
}

}  // namespace

Result<void> makeBus(SamBuild& build, const SamService& service) {
    const std::string id = service.logicalId + "Bus";
    const std::string name = build.plan->bridge.channelName(*service.profile);
    if (build.plan->analysis->figures.design.settings.bus.product == "kafka") {
        build.note(service, "the bus of the design is Kafka, and '" + service.profile->name +
                                "' is drawn as a managed event bus: the template makes it with EventBridge; draw an "
                                "event stream of the product msk, or one in the cluster, to carry events by Kafka");
    }
    build.tmpl.add(id, {.type = "AWS::Events::EventBus",
                        .properties = YamlMembers{{"Name", name},
                                                  {"Description", "Carries the events between core and edge"},
                                                  {"DeadLetterConfig", YamlMembers{{"Arn", edgeDeadLetters(build)}}},
                                                  {"Tags", tagList(build)}},
                        .comment = "The event bus; the core knows it by its name"});
    build.tmpl.add(
        id + "Archive",
        {.type = "AWS::Events::Archive",
         .properties = YamlMembers{{"SourceArn", cfnAttribute(id, "Arn")},
                                   {"Description", "Events of the last days, to be replayed"},
                                   {"RetentionDays", std::max(retentionDays(service, 1, 365), 14)},
                                   {"EventPattern", YamlMembers{{"account", YamlList{cfnRef("AWS::AccountId")}}}}}});
    build.tmpl.addOutput(id + "Name", "Name of the event bus that links core and edge", cfnRef(id));
    return {};
}

Result<void> makeQueue(SamBuild& build, const SamService& service) {
    const bool isFifo = service.profile->flag("ordered");
    std::string name = isKnownToCore(build, service) ? build.plan->bridge.channelName(*service.profile) : "";
    if (name.ends_with(".fifo")) {
        name.resize(name.size() - 5);
    }
    addQueue(build, {.id = service.logicalId + "Queue",
                     .comment = "A queue with its own dead-letter queue",
                     .isFifo = isFifo,
                     .visibilityS = visibilityFor(build, service),
                     .retentionDays = retentionDays(service, 4, 14),
                     .name = name});
    build.tmpl.addOutput(service.logicalId + "QueueUrl", "Address of the queue", cfnRef(service.logicalId + "Queue"));
    return {};
}

Result<void> makeStream(SamBuild& build, const SamService& service) {
    const std::string id = service.logicalId + "Stream";
    build.tmpl.add(id, {.type = "AWS::Kinesis::Stream",
                        .properties = kinesisProperties(build, service),
                        .keep = CfnKeep::Delete,
                        .comment = "An ordered stream of records"});
    addAlarm(build, {.id = id + "ThrottlesAlarm",
                     .description = "Writers are throttled: the stream needs more shards",
                     .space = "AWS/Kinesis",
                     .metric = "WriteProvisionedThroughputExceeded",
                     .dimensions = {{"StreamName", cfnRef(id)}}});
    build.tmpl.addOutput(id + "Name", "Name of the stream", cfnRef(id));
    return {};
}

}  // namespace tideline
