// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/bridge_part.h"

#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/deliveries.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tideline {

namespace {

/// Logical id of the queue of an inbox: of its own, or the channel's.
std::string queueIdOf(const SamPlan& plan, const CoreInbox& inbox) {
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

const SamLink* linkOf(const SamPlan& plan, const ConnectionId& id) {
    const auto at = std::ranges::find_if(plan.links, [&](const SamLink& link) { return link.connection->id == id; });
    return at == plan.links.end() ? nullptr : &*at;
}

/// The rules that feed an inbox; returns their logical ids.
std::vector<std::string> addInboxRules(SamBuild& build, const CoreInbox& inbox, const std::string& queue) {
    std::vector<std::string> rules;
    for (const ConnectionId& id : inbox.connections) {
        const SamLink* link = linkOf(*build.plan, id);
        int number = 0;
        for (HeardEvents& heard : eventsHeard(build, *link)) {
            const std::string rule = link->logicalId + "ToCoreRule" + (number == 0 ? "" : std::to_string(number + 1));
            ++number;
            YamlValue target = YamlMembers{{"Id", link->to->slug}, {"Arn", cfnAttribute(queue, "Arn")}};
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
    const std::string queue = queueIdOf(*build.plan, inbox);
    addQueue(build, {.id = queue,
                     .comment = fmt::format("Events for {} in the core: its pods read the queue, KEDA scales them",
                                            listener.slug),
                     .visibilityS = 120,
                     .retentionDays = 14,
                     .name = inbox.queueName});
    YamlList sources;
    for (const std::string& rule : addInboxRules(build, inbox, queue)) {
        sources.push_back(cfnAttribute(rule, "Arn"));
    }
    YamlValue source = sources.size() == 1 ? sources.front() : YamlValue(sources);
    addQueuePolicy(build, queue, "events.amazonaws.com", std::move(source));
    build.tmpl.addOutput(queue + "Url", fmt::format("Queue that {} reads", listener.slug), cfnRef(queue));
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
        } else {
            grant(draft, pollFrom(queueIdOf(*build.plan, inbox)));
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

YamlValue keyStatement() {
    return cfnAllow("UseDataKey", {"kms:Decrypt", "kms:GenerateDataKey"}, cfnAttribute("DataKey", "Arn"));
}

void addRole(SamBuild& build, const std::string& id, YamlList statements, const std::string& comment) {
    if (build.plan->isHardened()) {
        statements.push_back(keyStatement());
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

/// KEDA scales pods by the length of their queues, so it may look at them, and at nothing else.
void addKeda(SamBuild& build) {
    std::set<std::string> queues;
    std::set<std::string> streams;
    for (const CoreInbox& inbox : build.plan->bridge.inboxes) {
        if (inbox.kind == InboxKind::Stream) {
            streams.insert(build.plan->find(inbox.channel)->logicalId + "Stream");
        } else {
            queues.insert(queueIdOf(*build.plan, inbox));
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
    if (!statements.empty()) {
        addRole(build, "CoreScalerRole", std::move(statements), "KEDA looks at the length of the queues to scale pods");
        addAssociation(build, "CoreScalerPodIdentity", "keda", "keda-operator", "CoreScalerRole");
    }
}

}  // namespace

Result<void> addBridge(SamBuild& build) {
    for (const CoreInbox& inbox : build.plan->bridge.inboxes) {
        addInbox(build, inbox);
    }
    for (const CoreIdentity& identity : build.plan->bridge.identities) {
        addIdentity(build, identity);
    }
    addKeda(build);
    return {};
}

}  // namespace tideline
