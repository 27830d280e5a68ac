// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/bridge_part.h"

#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/deliveries.h"
#include "core/export/sam/device_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/topic_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tideline {

namespace {

constexpr int kMostPushesPerSecond = 300;  // what EventBridge does unless an account asks for more

const SamLink* linkOf(const SamPlan& plan, const ConnectionId& id) {
    const auto at = std::ranges::find_if(plan.links, [&](const SamLink& link) { return link.connection->id == id; });
    return at == plan.links.end() ? nullptr : &*at;
}

/// The rules of what a service of the core hears over a bus, into one target; returns their logical ids.
std::vector<std::string> addInboxRules(SamBuild& build, const CoreInbox& inbox, const YamlValue& takes) {
    std::vector<std::string> rules;
    for (const ConnectionId& id : inbox.connections) {
        const SamLink* link = linkOf(*build.plan, id);
        int number = 0;
        for (HeardEvents& heard : eventsHeard(build, *link)) {
            const std::string rule = link->logicalId + "ToCoreRule" + (number == 0 ? "" : std::to_string(number + 1));
            ++number;
            YamlValue target = takes;
            setDelivery(build, target);
            addRule(build, rule, heard.bus, std::move(heard.pattern), std::move(target));
            rules.push_back(rule);
        }
    }
    return rules;
}

void addInbox(SamBuild& build, const CoreInbox& inbox) {
    if (inbox.kind != InboxKind::RuleToQueue) {
        return;
    }
    const SamService& listener = *build.plan->find(inbox.service);
    const std::string queue = inboxQueueId(*build.plan, inbox);
    addQueue(build, {.id = queue,
                     .comment = fmt::format("Events for {} in the core: its pods read the queue, KEDA scales them",
                                            listener.slug),
                     .visibilityS = 120,
                     .retentionDays = 14,
                     .name = inbox.queueName});
    build.tmpl.addOutput(queue + "Url", fmt::format("Queue that {} reads", listener.slug), cfnRef(queue));
    if (build.plan->find(inbox.channel)->shape == SamShape::Devices) {
        for (const ConnectionId& id : inbox.connections) {
            devicesToQueue(build, *linkOf(*build.plan, id), queue);
        }
        return;
    }
    const YamlValue target = YamlMembers{{"Id", listener.slug}, {"Arn", cfnAttribute(queue, "Arn")}};
    YamlList sources;
    for (const std::string& rule : addInboxRules(build, inbox, target)) {
        sources.push_back(cfnAttribute(rule, "Arn"));
    }
    YamlValue source = sources.size() == 1 ? sources.front() : YamlValue(sources);
    addQueuePolicy(build, queue, "events.amazonaws.com", std::move(source));
}

/// First part of the logical ids of what pushes events to a service of the core.
std::string pushIdOf(const SamPlan& plan, const CoreInbox& push) {
    const bool hasSeveral = std::ranges::count(plan.bridge.pushes, push.service, &CoreInbox::service) > 1;
    return plan.find(push.service)->logicalId + (hasSeveral ? plan.find(push.channel)->logicalId : "") + "Push";
}

/// The key that the bus shows when it calls a service of the core; made by CloudFormation, known to nobody else.
void addPushConnection(SamBuild& build, const SamService& listener, const std::string& id) {
    build.tmpl.add(id + "Secret",
                   {.type = "AWS::SecretsManager::Secret",
                    .properties = YamlMembers{{"Description", fmt::format("What opens {} to events", listener.slug)},
                                              {"GenerateSecretString",
                                               YamlMembers{{"ExcludePunctuation", true}, {"PasswordLength", 40}}},
                                              {"Tags", tagList(build)}},
                    .keep = CfnKeep::Delete});
    YamlValue key = YamlMembers{
        {"ApiKeyName", "x-api-key"},
        {"ApiKeyValue", cfnSub(fmt::format("{{{{resolve:secretsmanager:${{{}Secret}}:SecretString}}}}", id))}};
    build.tmpl.add(id + "Connection",
                   {.type = "AWS::Events::Connection",
                    .properties = YamlMembers{{"AuthorizationType", "API_KEY"},
                                              {"AuthParameters", YamlMembers{{"ApiKeyAuthParameters", std::move(key)}}},
                                              {"Description", fmt::format("How {} is opened", listener.slug)}}});
    build.tmpl.addOutput(id + "SecretArn", fmt::format("Secret whose text {} finds in x-api-key", listener.slug),
                         cfnRef(id + "Secret"));
}

void addPushAddress(SamBuild& build, const SamService& listener, const std::string& id) {
    const std::string address =
        fmt::format("https://{}/{}/events", build.plan->bridge.settings.publicHost(), listener.slug);
    build.tmpl.addParameter(
        {id + "Url", "Addresses",
         YamlMembers{{"Type", "String"},
                     {"Default", address},
                     {"AllowedPattern", "^https://[^ ]+$"},
                     {"Description", fmt::format("Public address at which {} takes events", listener.slug)}}});
}

/// Events are pushed to a service of the core: an API destination calls it, and what fails waits in EdgeDeadLetters.
void addPush(SamBuild& build, const CoreInbox& push) {
    const SamService& listener = *build.plan->find(push.service);
    const SamService& bus = *build.plan->find(push.channel);
    const std::string id = pushIdOf(*build.plan, push);
    addPushConnection(build, listener, id);
    addPushAddress(build, listener, id);
    build.tmpl.add(id + "Destination",
                   {.type = "AWS::Events::ApiDestination",
                    .properties = YamlMembers{{"ConnectionArn", cfnAttribute(id + "Connection", "Arn")},
                                              {"HttpMethod", "POST"},
                                              {"InvocationEndpoint", cfnRef(id + "Url")},
                                              {"InvocationRateLimitPerSecond", kMostPushesPerSecond}},
                    .comment = fmt::format("Calls {} in the core for each of its events", listener.slug)});
    YamlValue allowed =
        cfnAllow("CallDestination", {"events:InvokeApiDestination"}, cfnAttribute(id + "Destination", "Arn"));
    build.tmpl.add(id + "Role",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("events.amazonaws.com")},
                        {"Policies", YamlList{YamlMembers{{"PolicyName", "push"},
                                                          {"PolicyDocument", cfnPolicy({std::move(allowed)})}}}},
                        {"Tags", tagList(build)}}});
    addInboxRules(build, push,
                  YamlMembers{{"Id", listener.slug},
                              {"Arn", cfnAttribute(id + "Destination", "Arn")},
                              {"RoleArn", cfnAttribute(id + "Role", "Arn")}});
    build.note(listener, fmt::format("events of '{}' are pushed to '{}': it takes POST requests at the address "
                                     "{}Url, answers within 5 seconds, and compares the header x-api-key with the "
                                     "secret of the output {}SecretArn",
                                     bus.profile->name, listener.profile->name, id, id));
}

/// What the pods of a service may do: read its inboxes, and use what its connections name.
SamDraft rightsOf(SamBuild& build, const CoreIdentity& identity) {
    SamDraft draft;
    for (const CoreInbox& inbox : build.plan->bridge.inboxes) {
        if (inbox.service != identity.service) {
            continue;
        }
        const SamService& channel = *build.plan->find(inbox.channel);
        if (inbox.kind == InboxKind::Stream) {
            grant(draft, readStream(channel.logicalId + "Stream"));
        } else if (inbox.kind == InboxKind::Topic) {
            grant(draft, readTopic(topicNames(build, channel), identity.serviceAccount));
        } else {
            grant(draft, pollFrom(inboxQueueId(*build.plan, inbox)));
        }
    }
    for (const ConnectionId& id : identity.outgoing) {
        const SamLink* link = linkOf(*build.plan, id);
        if (const std::optional<SamCall> call = callOver(build, *link)) {
            takeCall(draft, *call);
        }
    }
    return draft;
}

void addRole(SamBuild& build, const std::string& id, YamlList statements, const std::string& comment) {
    if (build.plan->isHardened()) {
        statements.push_back(useDataKey());
    }
    build.tmpl.add(
        id, {.type = "AWS::IAM::Role",
             .properties =
                 YamlMembers{{"AssumeRolePolicyDocument",
                              cfnTrust("pods.eks.amazonaws.com", {"sts:AssumeRole", "sts:TagSession"})},
                             {"Policies", YamlList{YamlMembers{{"PolicyName", "bridge"},
                                                               {"PolicyDocument", cfnPolicy(std::move(statements))}}}},
                             {"Tags", tagList(build)}},
             .comment = comment});
}

void addAssociation(SamBuild& build, const std::string& id, YamlValue nameSpace, const std::string& account,
                    const std::string& role) {
    build.tmpl.add(id, {.type = "AWS::EKS::PodIdentityAssociation",
                        .properties = YamlMembers{{"ClusterName", build.tmpl.use("EksClusterName")},
                                                  {"Namespace", std::move(nameSpace)},
                                                  {"ServiceAccount", account},
                                                  {"RoleArn", cfnAttribute(role, "Arn")}},
                        .condition = build.tmpl.when("HasCluster")});
}

YamlValue coreNamespace(SamBuild& build) {
    build.tmpl.addParameter({"CoreNamespace", "Kubernetes core",
                             YamlMembers{{"Type", "String"},
                                         {"Default", build.plan->bridge.nameSpace},
                                         {"AllowedPattern", "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},
                                         {"Description", "Namespace of the core's services"}}});
    return cfnRef("CoreNamespace");
}

void addIdentity(SamBuild& build, const CoreIdentity& identity) {
    const SamService& service = *build.plan->find(identity.service);
    YamlList statements = statementsOf(rightsOf(build, identity));
    if (statements.empty()) {
        return;
    }
    const std::string role = service.logicalId + "CoreRole";
    addRole(build, role, std::move(statements), fmt::format("What the pods of {} may do", service.slug));
    addAssociation(build, service.logicalId + "PodIdentity", coreNamespace(build), identity.serviceAccount, role);
    build.tmpl.addOutput(role + "Arn", fmt::format("Role of the service account {}", identity.serviceAccount),
                         cfnAttribute(role, "Arn"));
}

/// KEDA scales pods by what waits for them in queues, streams and topics: it may look there, and at nothing else.
void addKeda(SamBuild& build) {
    std::set<std::string> queues;
    std::set<std::string> streams;
    std::map<ServiceId, std::set<std::string>> readers;  // of topics
    for (const CoreInbox& inbox : build.plan->bridge.inboxes) {
        if (inbox.kind == InboxKind::Stream) {
            streams.insert(build.plan->find(inbox.channel)->logicalId + "Stream");
        } else if (inbox.kind == InboxKind::Topic) {
            readers[inbox.channel].insert(build.plan->bridge.labels[inbox.service.text]);
        } else {
            queues.insert(inboxQueueId(*build.plan, inbox));
        }
    }
    const auto arns = [](const std::set<std::string>& ids) {
        YamlList list;
        for (const std::string& id : ids) {
            list.push_back(cfnAttribute(id, "Arn"));
        }
        return YamlValue(std::move(list));
    };
    YamlList statements;
    if (!queues.empty()) {
        statements.push_back(cfnAllow("LookAtQueues", {"sqs:GetQueueAttributes"}, arns(queues)));
    }
    if (!streams.empty()) {
        statements.push_back(cfnAllow("LookAtStreams", {"kinesis:DescribeStreamSummary"}, arns(streams)));
    }
    for (const auto& [topic, groups] : readers) {
        statements.push_back(lookAtTopic(topicNames(build, *build.plan->find(topic)), groups));
    }
    if (!statements.empty()) {
        addRole(build, "CoreScalerRole", std::move(statements), "KEDA looks at what waits for pods, to scale them");
        addAssociation(build, "CoreScalerPodIdentity", "keda", "keda-operator", "CoreScalerRole");
    }
}

}  // namespace

std::string inboxQueueId(const SamPlan& plan, const CoreInbox& inbox) {
    const SamService& listener = *plan.find(inbox.service);
    const SamService& channel = *plan.find(inbox.channel);
    if (inbox.kind != InboxKind::RuleToQueue) {
        return channel.logicalId + "Queue";
    }
    const bool hasSeveral = std::ranges::count_if(plan.bridge.inboxes, [&](const CoreInbox& other) {
                                return other.service == inbox.service && other.kind == InboxKind::RuleToQueue;
                            }) > 1;
    return listener.logicalId + (hasSeveral ? channel.logicalId : "") + "Inbox";
}

std::string pushDestinationId(const SamPlan& plan, const SamLink& link) {
    const auto push = std::ranges::find_if(plan.bridge.pushes, [&](const CoreInbox& each) {
        return each.service == link.to->profile->id && each.channel == link.from->profile->id;
    });
    return push == plan.bridge.pushes.end() ? std::string() : pushIdOf(plan, *push) + "Destination";
}

Result<void> addBridge(SamBuild& build) {
    for (const CoreInbox& inbox : build.plan->bridge.inboxes) {
        addInbox(build, inbox);
    }
    for (const CoreInbox& push : build.plan->bridge.pushes) {
        addPush(build, push);
    }
    for (const CoreIdentity& identity : build.plan->bridge.identities) {
        addIdentity(build, identity);
    }
    addKeda(build);
    return {};
}

}  // namespace tideline
