// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/topic_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace tideline {

namespace {

constexpr double kMillisecondsOfDay = 86'400'000;

/// Brokers stand in equal numbers in each zone: three zones where that comes out even, else two.
struct BrokerPlan {
    int zones = 3;
    int brokers = 3;
};

BrokerPlan brokersOf(const SamService& topic) {
    const int drawn = std::clamp(static_cast<int>(std::lround(topic.profile->number("instances", 3))), 1, 30);
    if (drawn % 3 == 0) {
        return {3, drawn};
    }
    return {2, drawn + drawn % 2};
}

int copiesOf(const BrokerPlan& plan) {
    return std::min(3, plan.brokers);
}

int gibPerBroker(const SamService& topic, const BrokerPlan& plan) {
    const double all = topic.profile->number("storageGib", 100);
    return std::clamp(static_cast<int>(std::ceil(all / plan.brokers)), 1, 16384);
}

YamlValue subnetsOf(SamBuild& build, const BrokerPlan& plan) {
    YamlList subnets;
    for (int zone = 0; zone < plan.zones; ++zone) {
        subnets.push_back(tagged("!Select", YamlList{zone, build.tmpl.use("PrivateSubnetIds")}));
    }
    return subnets;
}

YamlValue clusterProperties(SamBuild& build, const SamService& topic, const BrokerPlan& plan) {
    const std::string& id = topic.logicalId;
    YamlValue volume = YamlMembers{{"EBSStorageInfo", YamlMembers{{"VolumeSize", gibPerBroker(topic, plan)}}}};
    YamlValue brokers = YamlMembers{{"InstanceType", "kafka.m7g.large"},
                                    {"ClientSubnets", subnetsOf(build, plan)},
                                    {"SecurityGroups", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}},
                                    {"StorageInfo", std::move(volume)}};
    YamlValue logs = YamlMembers{{"Enabled", true}, {"LogGroup", cfnRef(id + "BrokerLogGroup")}};
    return YamlMembers{
        {"ClusterName", topicNames(build, topic).cluster},
        {"KafkaVersion", "3.9.x"},
        {"NumberOfBrokerNodes", plan.brokers},
        {"BrokerNodeGroupInfo", std::move(brokers)},
        {"ClientAuthentication", YamlMembers{{"Sasl", YamlMembers{{"Iam", YamlMembers{{"Enabled", true}}}}}}},
        {"EncryptionInfo",
         YamlMembers{{"EncryptionInTransit", YamlMembers{{"ClientBroker", "TLS"}, {"InCluster", true}}}}},
        {"EnhancedMonitoring", "PER_TOPIC_PER_BROKER"},
        {"LoggingInfo", YamlMembers{{"BrokerLogs", YamlMembers{{"CloudWatchLogs", std::move(logs)}}}}},
        {"Tags", YamlMembers{{"app", build.plan->application}, {"stage", cfnRef("Stage")}}}};
}

void addCluster(SamBuild& build, const SamService& topic, const BrokerPlan& plan) {
    const std::string& id = topic.logicalId;
    addStoreSecurityGroup(build, id, kSignedKafkaPort);
    build.tmpl.find(id + "SecurityGroup")->keep = CfnKeep::RetainOnceMade;  // the cluster that stays is in it
    YamlValue own = cfnAttribute(id + "SecurityGroup", "GroupId");
    build.tmpl.add(id + "PollerIngress",
                   {.type = "AWS::EC2::SecurityGroupIngress",
                    .properties = YamlMembers{{"IpProtocol", "tcp"},
                                              {"FromPort", kSignedKafkaPort},
                                              {"ToPort", kSignedKafkaPort},
                                              {"SourceSecurityGroupId", own},
                                              {"Description", "Pollers of Lambda, which stand in this group"},
                                              {"GroupId", own}}});
    addLogGroup(build, id + "BrokerLogGroup");
    build.tmpl.add(id + "Cluster", {.type = "AWS::MSK::Cluster",
                                    .properties = clusterProperties(build, topic, plan),
                                    .keep = CfnKeep::RetainOnceMade,
                                    .comment = "Kafka: clients sign with their role, and everything is encrypted"});
    addAlarm(build, {.id = id + "OfflineAlarm",
                     .description = "A partition has no leader: nobody can write to it or read it",
                     .space = "AWS/Kafka",
                     .metric = "OfflinePartitionsCount",
                     .dimensions = {{"Cluster Name", topicNames(build, topic).cluster}},
                     .statistic = "Maximum"});
}

void addTopic(SamBuild& build, const SamService& topic, const BrokerPlan& plan) {
    const std::string& id = topic.logicalId;
    const double days = topic.profile->number("retentionDays", 7);
    const std::string configuration =
        fmt::format("retention.ms={}\nmin.insync.replicas={}\n", static_cast<std::int64_t>(days * kMillisecondsOfDay),
                    std::max(1, copiesOf(plan) - 1));
    const int partitions = std::max(1, static_cast<int>(std::lround(topic.profile->number("partitions", 12))));
    build.tmpl.add(id + "Topic", {.type = "AWS::MSK::Topic",
                                  .properties = YamlMembers{{"ClusterArn", cfnRef(id + "Cluster")},
                                                            {"TopicName", topicNames(build, topic).topic},
                                                            {"PartitionCount", partitions},
                                                            {"ReplicationFactor", copiesOf(plan)},
                                                            {"Configs", tagged("!Base64", configuration)}},
                                  .keep = CfnKeep::RetainOnceMade});
}

void noteBrokers(SamBuild& build, const SamService& topic, const BrokerPlan& plan) {
    const int drawn = static_cast<int>(std::lround(topic.profile->number("instances", 3)));
    if (drawn != plan.brokers) {
        build.note(topic, fmt::format("'{}' is drawn with {} brokers; the template makes {}, as many in each of {} "
                                      "zones, and the bill counts those that are drawn",
                                      topic.profile->name, drawn, plan.brokers, plan.zones));
    }
}

}  // namespace

TopicNames topicNames(const SamBuild& build, const SamService& topic) {
    return {topic.logicalId + "Cluster", build.plan->bridge.channelName(*topic.profile),
            build.plan->bridge.topicName(*topic.profile)};
}

bool isWrittenByEdge(const SamBuild& build, const SamService& topic) {
    const std::vector<const SamLink*> into = build.plan->linksTo(topic);
    return std::ranges::any_of(into, [](const SamLink* link) {
        const SamShape from = link->from->shape;
        return runsCode(from) || from == SamShape::Bus || from == SamShape::Bucket || from == SamShape::Devices;
    });
}

Result<void> makeTopic(SamBuild& build, const SamService& service) {
    const BrokerPlan plan = brokersOf(service);
    addCluster(build, service, plan);
    addTopic(build, service, plan);
    noteBrokers(build, service, plan);
    build.tmpl.addOutput(service.logicalId + "ClusterArn",
                         "Cluster of Kafka; aws kafka get-bootstrap-brokers tells the addresses of its brokers",
                         cfnRef(service.logicalId + "Cluster"));
    if (isWrittenByEdge(build, service)) {
        addTopicWriter(build, service);
    }
    build.note(service,
               fmt::format("the subnets of '{}' need a way out, or endpoints of the VPC for MSK, Lambda, STS and "
                           "SQS: Lambda's pollers and the writer work through it",
                           service.profile->name));
    return {};
}

}  // namespace tideline
