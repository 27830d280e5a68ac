// SPDX-License-Identifier: Apache-2.0
// Kafka that AWS runs (MSK) as the bus of a design: functions and pods write to one topic and read it.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

Design orderLog(FieldValues fields = {}) {
    fields.emplace("product", std::string("msk"));
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("log", "event-stream", Host::Managed, fields)
        .service("orders", "http-api")
        .service("packing", "queue-worker")
        .service("mails", "email-sender", Host::Function)
        .service("upload", "image-processor", Host::Function)
        .service("bus", "event-bus", Host::Managed)
        .send("orders", "log", 1)
        .send("log", "packing", 1)
        .send("log", "mails", 1)
        .send("upload", "log", 1)
        .send("bus", "log", 1, {{"event", std::string("Paid")}});
    return builder.design;
}

YAML::Node resourcesOf(const Design& design, ExportOptions options = {}) {
    return YAML::Load(textOf(buildSam(shippedAnalysis(design), options), "template.yaml"))["Resources"];
}

std::vector<std::string> actionsOf(const YAML::Node& policies, const std::string& sid) {
    for (const YAML::Node& policy : policies) {
        for (const YAML::Node& statement :
             policy["PolicyDocument"] ? policy["PolicyDocument"]["Statement"] : policy["Statement"]) {
            if (statement["Sid"].as<std::string>() == sid) {
                return statement["Action"].as<std::vector<std::string>>();
            }
        }
    }
    return {};
}

const std::vector<std::string> kReads{"kafka-cluster:Connect", "kafka-cluster:DescribeTopic", "kafka-cluster:ReadData",
                                      "kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"};

}  // namespace

TEST_CASE("a stream that is drawn as MSK becomes a cluster of Kafka and its topic", "[sam][kafka]") {
    const YAML::Node resources = resourcesOf(orderLog({{"partitions", 6.0}, {"storageGib", 100.0}}));
    const YAML::Node cluster = resources["LogCluster"]["Properties"];
    CHECK(cluster["ClusterName"].as<std::string>() == "shop-log");
    CHECK(cluster["NumberOfBrokerNodes"].as<int>() == 3);
    CHECK(cluster["BrokerNodeGroupInfo"]["ClientSubnets"].size() == 3);
    CHECK(cluster["BrokerNodeGroupInfo"]["StorageInfo"]["EBSStorageInfo"]["VolumeSize"].as<int>() == 34);
    CHECK(cluster["ClientAuthentication"]["Sasl"]["Iam"]["Enabled"].as<bool>());
    CHECK(cluster["EncryptionInfo"]["EncryptionInTransit"]["ClientBroker"].as<std::string>() == "TLS");
    const YAML::Node topic = resources["LogTopic"]["Properties"];
    CHECK(topic["TopicName"].as<std::string>() == "log");
    CHECK(topic["PartitionCount"].as<int>() == 6);
    CHECK(topic["ReplicationFactor"].as<int>() == 3);
    CHECK_FALSE(resources["LogStream"]);
}

TEST_CASE("brokers stand in equal numbers in every zone, and a note tells of more than were drawn", "[sam][kafka]") {
    const auto [drawn, made, zones] = GENERATE(table<double, int, int>({{1, 2, 2}, {2, 2, 2}, {5, 6, 2}, {9, 9, 3}}));
    const Design design = orderLog({{"instances", drawn}});
    const YAML::Node cluster = resourcesOf(design)["LogCluster"]["Properties"];
    CHECK(cluster["NumberOfBrokerNodes"].as<int>() == made);
    CHECK(cluster["BrokerNodeGroupInfo"]["ClientSubnets"].size() == static_cast<std::size_t>(zones));
    const auto bundle = buildSam(shippedAnalysis(design), {});
    const bool isTold = std::ranges::any_of(bundle->notes, [](const ExportNote& note) {
        return note.message.find("the bill counts those that are drawn") != std::string::npos;
    });
    CHECK(isTold == (drawn != made));
}

TEST_CASE("a function reads a topic as a group of its own, with the rights for that topic", "[sam][kafka]") {
    const YAML::Node mails = resourcesOf(orderLog())["MailsFunction"]["Properties"];
    const YAML::Node event = mails["Events"]["RecordsLog"];
    CHECK(event["Type"].as<std::string>() == "MSK");
    CHECK(event["Properties"]["Topics"][0].as<std::string>() == "log");
    CHECK(event["Properties"]["ConsumerGroupId"].as<std::string>() == "mails");
    CHECK(actionsOf(mails["Policies"], "ReadLogCluster") == kReads);
}

TEST_CASE("functions and rules send to the queue of the writer, which alone may write", "[sam][kafka]") {
    const YAML::Node resources = resourcesOf(orderLog());
    const YAML::Node upload = resources["UploadFunction"]["Properties"];
    CHECK(upload["Environment"]["Variables"]["LOG_QUEUE_URL"].as<std::string>() == "LogQueue");
    CHECK(actionsOf(upload["Policies"], "WriteToLogCluster").empty());
    CHECK(resources["C5Rule"]["Properties"]["Targets"][0]["Arn"].as<std::string>() == "LogQueue.Arn");
    CHECK(resources["LogQueue"]["Properties"]["FifoQueue"].as<bool>());
    const YAML::Node writer = resources["LogWriterFunction"]["Properties"];
    CHECK(writer["Events"]["Messages"]["Properties"]["Queue"].as<std::string>() == "LogQueue.Arn");
    CHECK(actionsOf(writer["Policies"], "WriteToLogCluster").size() == 4);
}

TEST_CASE("a topic that only the core writes to has no queue and no writer", "[sam][kafka]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("log", "event-stream", Host::Managed, {{"product", std::string("msk")}})
        .service("orders", "http-api")
        .send("orders", "log", 1);
    const YAML::Node resources = resourcesOf(builder.design);
    CHECK(resources["LogCluster"]);
    CHECK_FALSE(resources["LogQueue"]);
    CHECK_FALSE(resources["LogWriterFunction"]);
    CHECK(actionsOf(resources["OrdersCoreRole"]["Properties"]["Policies"], "WriteToLogCluster").size() == 4);
}

TEST_CASE("pods read a topic by their own client, and KEDA by its lag", "[sam][kafka][kubernetes]") {
    Design design = orderLog();
    design.settings.exports["kafkaBrokers"] = std::string("b-1.shop.example.com:9098,b-2.shop.example.com:9098");
    const YAML::Node resources = resourcesOf(design);
    CHECK(actionsOf(resources["PackingCoreRole"]["Properties"]["Policies"], "ReadLogCluster") == kReads);
    CHECK(actionsOf(resources["CoreScalerRole"]["Properties"]["Policies"], "LookAtLogCluster").size() == 3);

    const auto bundle = buildKubernetes(shippedAnalysis(design), {});
    const std::string text = textOf(bundle, "base/packing.yaml");
    CHECK(text.find("saslTokenProvider: aws_msk_iam") != std::string::npos);
    CHECK(text.find("consumerGroup: packing") != std::string::npos);
    CHECK(text.find("bootstrapServers: \"b-1.shop.example.com:9098,b-2.shop.example.com:9098\"") != std::string::npos);
    CHECK(text.find("LOG_GROUP: packing") != std::string::npos);
    CHECK(text.find("LOG_TOPIC: log") != std::string::npos);
    CHECK(text.find("port: 9098") != std::string::npos);
}

TEST_CASE("brokers are hosts with ports", "[kafka][settings]") {
    Design design = orderLog();
    design.settings.exports["kafkaBrokers"] = std::string("b-1.shop.example.com");
    const auto bundle = buildKubernetes(shippedAnalysis(design), {});
    REQUIRE_FALSE(bundle);
    CHECK(bundle.error().message ==
          "expected hosts with their ports such as b-1.example.com:9098, with commas between; of several clusters each "
          "with its name: orders=HOSTS;clicks=HOSTS, found 'b-1.shop.example.com'");
}

TEST_CASE("each cluster of Kafka has brokers of its own", "[kafka][settings]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("orders", "event-stream", Host::Managed, {{"product", std::string("msk")}})
        .service("clicks", "event-stream", Host::Managed, {{"product", std::string("msk")}})
        .service("api")
        .send("api", "orders", 1)
        .send("api", "clicks", 1);
    const auto brokersOf = [&](const std::string& setting) {
        builder.design.settings.exports["kafkaBrokers"] = setting;
        const auto bundle = buildKubernetes(shippedAnalysis(builder.design), {});
        const YAML::Node data = objectIn(*bundle, "base/api.yaml", "ConfigMap")["data"];
        return std::array{data["ORDERS_BOOTSTRAP_SERVERS"].as<std::string>(),
                          data["CLICKS_BOOTSTRAP_SERVERS"].as<std::string>(),
                          std::string(tells(*bundle, "write clicks=HOSTS;orders=HOSTS") ? "told" : "")};
    };
    const std::string sample = ".example.kafka.us-east-1.amazonaws.com:9098";

    const auto named =
        brokersOf("clicks=b-1.clicks.example.com:9098;orders=b-1.x.example.com:9098,b-2.x.example.com:9098");
    CHECK(named[0] == "b-1.x.example.com:9098,b-2.x.example.com:9098");
    CHECK(named[1] == "b-1.clicks.example.com:9098");
    CHECK(named[2].empty());

    const auto partly = brokersOf("orders=b-1.orders.example.com:9098");
    CHECK(partly[0] == "b-1.orders.example.com:9098");
    CHECK(partly[1] == "b-1.shop-clicks" + sample);

    const auto unclear = brokersOf("b-1.orders.example.com:9098");
    CHECK(unclear[0] == "b-1.shop-orders" + sample);
    CHECK(unclear[1] == "b-1.shop-clicks" + sample);
    CHECK(unclear[2] == "told");
}
