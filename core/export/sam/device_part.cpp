// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/device_part.h"

#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/deliveries.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

/// Topics of one system stand under its name: "shop/sensors/#", or one topic for each event: "shop/sensors/door-opened".
std::string topicsOf(const SamBuild& build, const SamLink& link) {
    const std::string last = link.event.empty() ? "#" : nameFor(link.event, NameStyle::Label);
    return fmt::format("{}/{}/{}", build.plan->application, link.from->slug, last);
}

std::string addRole(SamBuild& build, const std::string& id, std::string_view service, YamlList statements) {
    if (build.plan->isHardened()) {  // its queues are encrypted with a key of its own
        statements.push_back(useDataKey());
    }
    build.tmpl.add(id, {.type = "AWS::IAM::Role",
                        .properties = YamlMembers{
                            {"AssumeRolePolicyDocument", cfnTrust(service)},
                            {"Policies", YamlList{YamlMembers{{"PolicyName", "deliver"},
                                                              {"PolicyDocument", cfnPolicy(std::move(statements))}}}},
                            {"Tags", tagList(build)}}});
    return id;
}

YamlValue intoQueue(const std::string& queue, const std::string& role) {
    return YamlMembers{
        {"Sqs",
         YamlMembers{{"QueueUrl", cfnRef(queue)}, {"RoleArn", cfnAttribute(role, "Arn")}, {"UseBase64", false}}}};
}

/// `action` by its role; what the action does not take goes to the dead letters of the edge.
void addTopicRule(SamBuild& build, const SamLink& link, const std::string& role, YamlValue action) {
    const std::string topics = topicsOf(build, link);
    YamlValue payload = YamlMembers{{"AwsIotSqlVersion", "2016-03-23"},
                                    {"Sql", fmt::format("SELECT * FROM '{}'", topics)},
                                    {"RuleDisabled", false},
                                    {"Actions", YamlList{std::move(action)}},
                                    {"ErrorAction", intoQueue("EdgeDeadLetters", role)}};
    build.tmpl.add(link.logicalId + "TopicRule",
                   {.type = "AWS::IoT::TopicRule",
                    .properties = YamlMembers{{"TopicRulePayload", std::move(payload)}, {"Tags", tagList(build)}},
                    .comment = fmt::format("What devices publish under {}", topics)});
    build.tmpl.addOutput(link.logicalId + "Topics",
                         fmt::format("Topics of AWS IoT Core that reach {}; devices and their certificates are "
                                     "registered there",
                                     link.to->slug),
                         topics);
}

/// The role of a rule: `right`, and dead letters.
std::string addRuleRole(SamBuild& build, const SamLink& link, YamlValue right) {
    YamlValue letters = cfnAllow("KeepDeadLetters", {"sqs:SendMessage"}, edgeDeadLetters(build));
    return addRole(build, link.logicalId + "TopicRuleRole", "iot.amazonaws.com",
                   {std::move(right), std::move(letters)});
}

void devicesToStream(SamBuild& build, const SamLink& link) {
    const std::string stream = link.to->logicalId + "Stream";
    const std::string role = addRuleRole(build, link, putInto(stream).statement);
    addTopicRule(build, link, role,
                 YamlMembers{{"Kinesis", YamlMembers{{"StreamName", cfnRef(stream)},
                                                     {"PartitionKey", "${topic()}"},
                                                     {"RoleArn", cfnAttribute(role, "Arn")}}}});
}

std::string addOwnQueue(SamBuild& build, const SamLink& link, int visibilityS) {
    const std::string queue = link.logicalId + "Messages";
    addQueue(build, {.id = queue,
                     .comment = fmt::format("What {} tells {}", link.from->slug, link.to->slug),
                     .visibilityS = visibilityS});
    devicesToQueue(build, link, queue);
    return queue;
}

/// IoT Core does not send to EventBridge: a pipe reads a queue and publishes.
void devicesToBus(SamBuild& build, const SamLink& link) {
    const std::string bus = link.to->logicalId + "Bus";
    const std::string queue = addOwnQueue(build, link, 60);
    const std::string role = addRole(build, link.logicalId + "PipeRole", "pipes.amazonaws.com",
                                     {pollFrom(queue).statement, publishTo(bus).statement});
    YamlValue event = YamlMembers{{"DetailType", *cfnLiteral(publishedEvent(link), "")},
                                  {"Source", eventSource(*build.plan, *link.from)}};
    build.tmpl.add(
        link.logicalId + "Pipe",
        {.type = "AWS::Pipes::Pipe",
         .properties =
             YamlMembers{{"RoleArn", cfnAttribute(role, "Arn")},
                         {"Source", cfnAttribute(queue, "Arn")},
                         {"SourceParameters",
                          YamlMembers{{"SqsQueueParameters",
                                       YamlMembers{{"BatchSize", 10}, {"MaximumBatchingWindowInSeconds", 1}}}}},
                         {"Target", cfnAttribute(bus, "Arn")},
                         {"TargetParameters", YamlMembers{{"EventBridgeEventBusParameters", std::move(event)},
                                                          {"InputTemplate", "<$.body>"}}}},
         .comment = "Publishes what devices tell as events"});
}

}  // namespace

void devicesToQueue(SamBuild& build, const SamLink& link, const std::string& queue) {
    const std::string role = addRuleRole(build, link, sendTo(queue).statement);
    addTopicRule(build, link, role, intoQueue(queue, role));
}

void deliverFromDevices(SamBuild& build, const SamLink& link) {
    const SamShape to = link.to->shape;
    const bool isFifo = (to == SamShape::Queue || to == SamShape::Topic) && link.to->profile->flag("ordered");
    if (to == SamShape::Function || to == SamShape::Socket) {
        addQueueTrigger(build, *link.to, addOwnQueue(build, link, 6 * timeoutOf(*link.to)), false,
                        link.to->slug + "-" + nameFor(link.connection->id.text, NameStyle::Label));
    } else if ((to == SamShape::Queue || to == SamShape::Topic) && !isFifo) {
        devicesToQueue(build, link, link.to->logicalId + "Queue");
    } else if (to == SamShape::Stream) {
        devicesToStream(build, link);
    } else if (to == SamShape::Bus) {
        devicesToBus(build, link);
    } else if (to == SamShape::Core) {
        // The bridge makes the inbox of what reads it; brokers and stores of the core read none.
        if (build.plan->bridge.inbox(link.to->profile->id, link.from->profile->id) == nullptr) {
            build.note(*link.to,
                       fmt::format("messages of '{}' do not reach '{}' in the core, which fetches nothing: put "
                                   "a worker between that reads them and passes them on",
                                   link.from->profile->name, link.to->profile->name));
        }
    } else {
        build.note(*link.to,
                   fmt::format("messages of '{}' do not reach '{}' in the template: {}", link.from->profile->name,
                               link.to->profile->name,
                               isFifo
                                   ? "AWS IoT Core does not send to FIFO queues; switch 'Order matters' off, or put a "
                                     "function or a standard queue between"
                                   : "put a function or a queue between"));
    }
}

}  // namespace tideline
