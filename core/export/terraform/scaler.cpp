// SPDX-License-Identifier: Apache-2.0
#include "core/export/terraform/scaler.h"

#include "core/export/terraform/hcl_text.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace tideline {

namespace {

/// Everything of one kind that pods of the core wait for, by name.
struct Waiting {
    std::set<std::string> queues, streams;
    std::map<std::string, std::set<std::string>> topics;  ///< cluster -> topic and groups, as ends of their ARNs
};

Waiting waitingIn(const CorePlan& core) {
    Waiting waiting;
    for (const CoreInbox& inbox : core.bridge.inboxes) {
        if (inbox.hasQueue()) {
            waiting.queues.insert(inbox.queueName);
        } else if (inbox.kind == InboxKind::Stream) {
            waiting.streams.insert(inbox.queueName);
        } else {
            const ServiceProfile& channel = *core.analysis->figures.resolved.find(inbox.channel);
            std::set<std::string>& ends = waiting.topics[core.bridge.channelName(channel)];
            ends.insert("topic/" + inbox.queueName);
            ends.insert("group/" + core.bridge.labels[inbox.service.text]);
        }
    }
    return waiting;
}

std::string dataOf(std::string_view type, std::string_view name, const std::set<std::string>& all,
                   std::string_view member) {
    std::string text = fmt::format("data \"{}\" \"{}\" {{\n  for_each = toset([\n", type, name);
    for (const std::string& each : all) {
        text += fmt::format("    {},\n", hclText(each));
    }
    return text + fmt::format("  ])\n\n  {} = each.value\n}}\n\n", member);
}

std::string statement(std::string_view actions, std::string_view resources) {
    return fmt::format("  statement {{\n    actions   = [{}]\n    resources = {}\n  }}\n", actions, resources);
}

/// The ARNs of a topic and of groups are those of their cluster with another kind and their name behind.
std::string topicResources(const std::string& cluster, const std::set<std::string>& ends) {
    const std::string arn = fmt::format("data.aws_msk_cluster.inbox[{}].arn", hclText(cluster));
    std::string text = fmt::format("[\n      {},\n", arn);
    for (const std::string& end : ends) {
        const std::size_t slash = end.find('/');
        text += fmt::format("      \"${{replace({}, \":cluster/\", \":{}/\")}}/{}\",\n", arn, end.substr(0, slash),
                            end.substr(slash + 1));
    }
    return text + "    ]";
}

}  // namespace

Scaler scalerOf(const CorePlan& core) {
    const Waiting waiting = waitingIn(core);
    Scaler scaler;
    if (!waiting.queues.empty()) {
        scaler.data += dataOf("aws_sqs_queue", "inbox", waiting.queues, "name");
        scaler.statements +=
            statement("\"sqs:GetQueueAttributes\"", "[for queue in data.aws_sqs_queue.inbox : queue.arn]");
    }
    if (!waiting.streams.empty()) {
        scaler.data += dataOf("aws_kinesis_stream", "inbox", waiting.streams, "name");
        scaler.statements += statement("\"kinesis:DescribeStreamSummary\"",
                                       "[for stream in data.aws_kinesis_stream.inbox : stream.arn]");
    }
    if (!waiting.topics.empty()) {
        std::set<std::string> clusters;
        for (const auto& [cluster, ends] : waiting.topics) {
            clusters.insert(cluster);
            scaler.statements +=
                statement("\"kafka-cluster:Connect\", \"kafka-cluster:DescribeTopic\", \"kafka-cluster:DescribeGroup\"",
                          topicResources(cluster, ends));
        }
        scaler.data += dataOf("aws_msk_cluster", "inbox", clusters, "cluster_name");
    }
    return scaler;
}

}  // namespace tideline
