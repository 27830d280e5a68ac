// SPDX-License-Identifier: Apache-2.0
// What devices tell reaches functions, the core, streams and buses by rules of AWS IoT Core.
#include "core/export/ci/ci_exporter.h"
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;
using namespace tideline::test;

namespace {

Design sensorDesign() {
    DesignBuilder builder;
    builder.design.title = "Farm";
    builder.service("sensors", "iot-ingest", Host::Managed)
        .service("thumbs", "image-processor", Host::Function)
        .service("worker", "queue-worker", Host::Kubernetes)
        .service("bus", "event-bus", Host::Managed)
        .service("stream", "event-stream", Host::Managed)
        .service("audit", "email-sender", Host::Function)
        .send("sensors", "thumbs", 1)
        .send("sensors", "worker", 1, {{"event", std::string("DoorOpened")}})
        .send("sensors", "bus", 1, {{"event", std::string("Frost")}})
        .send("sensors", "stream", 1)
        .send("bus", "audit", 1, {{"event", std::string("Frost")}});
    return builder.design;
}

YAML::Node resourcesOf(const Design& design) {
    return YAML::Load(textOf(buildSam(shippedAnalysis(design), {}), "template.yaml"))["Resources"];
}

YAML::Node payloadOf(const YAML::Node& resources, const std::string& rule) {
    REQUIRE(resources[rule]);
    return resources[rule]["Properties"]["TopicRulePayload"];
}

}  // namespace

TEST_CASE("a function reads what devices tell from a queue", "[sam][devices]") {
    const YAML::Node resources = resourcesOf(sensorDesign());
    const YAML::Node payload = payloadOf(resources, "C1TopicRule");
    CHECK(payload["Sql"].as<std::string>() == "SELECT * FROM 'farm/sensors/#'");
    CHECK(payload["Actions"][0]["Sqs"]["QueueUrl"].as<std::string>() == "C1Messages");
    CHECK(payload["ErrorAction"]["Sqs"]["QueueUrl"].as<std::string>() == "EdgeDeadLetters");
    const YAML::Node event = resources["ThumbsFunction"]["Properties"]["Events"]["MessagesC1Messages"];
    CHECK(event["Properties"]["Queue"].as<std::string>() == "C1Messages.Arn");
}

TEST_CASE("pods read what devices tell from the inbox that KEDA scales them by", "[sam][devices]") {
    const YAML::Node resources = resourcesOf(sensorDesign());
    const YAML::Node payload = payloadOf(resources, "C2TopicRule");
    CHECK(payload["Sql"].as<std::string>() == "SELECT * FROM 'farm/sensors/dooropened'");
    CHECK(payload["Actions"][0]["Sqs"]["QueueUrl"].as<std::string>() == "WorkerInbox");
    CHECK(resources["WorkerInbox"]["Properties"]["QueueName"].as<std::string>() == "farm-worker-inbox");
    CHECK(resources["WorkerCoreRole"]);
}

TEST_CASE("a pipe publishes what devices tell on a bus", "[sam][devices]") {
    const YAML::Node resources = resourcesOf(sensorDesign());
    CHECK(payloadOf(resources, "C3TopicRule")["Actions"][0]["Sqs"]["QueueUrl"].as<std::string>() == "C3Messages");
    const YAML::Node pipe = resources["C3Pipe"]["Properties"];
    CHECK(pipe["Source"].as<std::string>() == "C3Messages.Arn");
    CHECK(pipe["Target"].as<std::string>() == "BusBus.Arn");
    const YAML::Node event = pipe["TargetParameters"]["EventBridgeEventBusParameters"];
    CHECK(event["DetailType"].as<std::string>() == "Frost");
    CHECK(event["Source"].as<std::string>() == "farm.sensors");
}

TEST_CASE("a stream takes what devices tell by topic", "[sam][devices]") {
    const YAML::Node action = payloadOf(resourcesOf(sensorDesign()), "C4TopicRule")["Actions"][0]["Kinesis"];
    CHECK(action["StreamName"].as<std::string>() == "StreamStream");
    CHECK(action["PartitionKey"].as<std::string>() == "${topic()}");
}

TEST_CASE("a broker in the cluster gets a note in place of an inbox that nobody reads", "[sam][devices]") {
    const std::string kind = GENERATE(std::string("event-stream"), std::string("message-queue"));
    CAPTURE(kind);
    DesignBuilder builder;
    builder.design.title = "Farm";
    builder.service("sensors", "iot-ingest", Host::Managed)
        .service("bus", "event-bus", Host::Managed)
        .service("log", kind)
        .service("api")
        .send("sensors", "log", 1)
        .send("bus", "log", 1)
        .send("api", "bus", 1);
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    const YAML::Node resources = YAML::Load(textOf(bundle, "template.yaml"))["Resources"];
    for (const auto& resource : resources) {
        CHECK(resource.first.as<std::string>().find("Inbox") == std::string::npos);
    }
    CHECK_FALSE(resources["LogCoreRole"]);
    CHECK(tells(*bundle, "messages of 'sensors' do not reach 'log' in the core, which fetches nothing"));
    CHECK(tells(*bundle, "events of 'bus' do not reach 'log' in the core, which fetches nothing"));
    const auto manifests = buildKubernetes(shippedAnalysis(builder.design), {});
    CHECK(tells(*manifests, "'log' does not fetch what 'sensors' carries"));
}

TEST_CASE("devices that reach nothing make no template and no workflow", "[sam][devices]") {
    DesignBuilder builder;
    builder.design.title = "Farm";
    builder.service("sensors", "iot-ingest", Host::Managed);
    for (const auto build : {buildSam, buildCi}) {
        const auto bundle = build(shippedAnalysis(builder.design), {});
        REQUIRE(bundle);
        CHECK(bundle->files.empty());
        REQUIRE(!bundle->notes.empty());
        CHECK(bundle->notes.back().message.find("there is nothing for") != std::string::npos);
    }
}
