// SPDX-License-Identifier: Apache-2.0
// How events cross between core and edge: by queue or by push, and the test events that come with the bundle.
#include "core/export/ci/ci_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

/// An API at the edge whose event a service of the core hears.
Design stockDesign() {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("api", "http-api", Host::Function)
        .service("bus", "event-bus", Host::Managed)
        .service("stock", "http-api", Host::Kubernetes)
        .send("api", "bus", 1, {{"event", std::string("OrderPlaced")}})
        .send("bus", "stock", 1, {{"event", std::string("OrderPlaced")}});
    return builder.design;
}

Design pushDesign() {
    Design design = stockDesign();
    design.settings.exports["coreDelivery"] = std::string("push");
    return design;
}

}  // namespace

TEST_CASE("every event of a bus comes with a test event that names what it reaches", "[sam][bridge]") {
    const auto bundle = buildSam(shippedAnalysis(stockDesign()), {});
    REQUIRE(bundle);
    const YAML::Node arrivals = YAML::Load(textOf(*bundle, "events/arrivals.json"));
    REQUIRE(arrivals.size() == 1);
    CHECK(arrivals[0]["reaches"].as<std::string>() == "StockInbox");
    const YAML::Node entry = YAML::Load(textOf(*bundle, arrivals[0]["event"].as<std::string>()))["Entries"][0];
    CHECK(entry["EventBusName"].as<std::string>() == "shop-bus");
    CHECK(entry["Source"].as<std::string>() == "shop.api");
    CHECK(entry["DetailType"].as<std::string>() == "OrderPlaced");
}

TEST_CASE("a test event reaches those too who hear everything", "[sam][bridge]") {
    DesignBuilder builder;
    builder.design = stockDesign();
    builder.service("audit", "log-aggregator", Host::Function)
        .service("mail", "email-sender", Host::Function)
        .send("bus", "audit", 1)
        .send("bus", "mail", 1, {{"event", std::string("NobodySends")}});
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE(bundle);
    std::vector<std::string> reached;
    for (const YAML::Node& arrival : YAML::Load(textOf(*bundle, "events/arrivals.json"))) {
        const YAML::Node entry = YAML::Load(textOf(*bundle, arrival["event"].as<std::string>()))["Entries"][0];
        if (entry["DetailType"].as<std::string>() == "NobodySends") {
            reached.push_back(arrival["reaches"].as<std::string>());
        }
    }
    CHECK(reached == std::vector<std::string>{"MailFunction", "AuditFunction"});
}

TEST_CASE("the core has no rights and no parameters for what the template does not make or need", "[sam][bridge]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("door", "api-gateway", Host::Managed)
        .service("devices", "iot-ingest", Host::Managed)
        .service("worker", "queue-worker", Host::Kubernetes)
        .service("api", "http-api", Host::Function)
        .call("worker", "door", 1)
        .send("devices", "worker", 1);
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE(bundle);
    const std::string text = textOf(*bundle, "template.yaml");
    CHECK(text.find("DoorUrl") == std::string::npos);
    CHECK(text.find("DevicesStream") == std::string::npos);
}

TEST_CASE("events are pushed to a service of the core where the design wants that", "[sam][bridge]") {
    const auto bundle = buildSam(shippedAnalysis(pushDesign()), {});
    REQUIRE(bundle);
    const YAML::Node resources = YAML::Load(textOf(*bundle, "template.yaml"))["Resources"];
    CHECK_FALSE(resources["StockInbox"]);
    const YAML::Node target = resources["C2ToCoreRule"]["Properties"]["Targets"][0];
    CHECK(target["Arn"].as<std::string>() == "StockPushDestination.Arn");
    CHECK(target["RoleArn"].as<std::string>() == "StockPushRole.Arn");
    CHECK(target["DeadLetterConfig"]["Arn"].as<std::string>() == "EdgeDeadLetters.Arn");
    CHECK(resources["StockPushConnection"]["Properties"]["AuthorizationType"].as<std::string>() == "API_KEY");
    const YAML::Node arrivals = YAML::Load(textOf(*bundle, "events/arrivals.json"));
    CHECK(arrivals[0]["reaches"].as<std::string>() == "StockPushDestination");
    CHECK(std::ranges::any_of(bundle->notes, [](const ExportNote& note) {
        return note.message ==
               "events of 'bus' are pushed to 'stock': it takes POST requests at the address StockPushUrl, answers "
               "within 5 seconds, and compares the header x-api-key with the secret of the output StockPushSecretArn";
    }));
}

TEST_CASE("a worker without HTTP keeps its queue where others are pushed to", "[sam][bridge]") {
    DesignBuilder builder;
    builder.service("bus", "event-bus", Host::Managed)
        .service("books", "queue-worker", Host::Kubernetes)
        .send("bus", "books", 1);
    builder.design.settings.exports["coreDelivery"] = std::string("push");
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE(bundle);
    CHECK(YAML::Load(textOf(*bundle, "template.yaml"))["Resources"]["BooksInbox"]);
}

TEST_CASE("another delivery than queue or push is refused with its place", "[sam][bridge]") {
    Design design = stockDesign();
    design.settings.exports["coreDelivery"] = std::string("pigeon");
    const auto bundle = buildSam(shippedAnalysis(design), {});
    REQUIRE_FALSE(bundle);
    CHECK(describe(bundle.error()) == "/settings/exports/coreDelivery: expected one of queue, push, found 'pigeon'");
}

TEST_CASE("parameters without a standard reach samconfig and the workflow that deploys", "[sam][ci]") {
    DesignBuilder builder;
    builder.service("bus", "event-bus", Host::Managed)
        .service("mail", "email-sender", Host::Function)
        .send("bus", "mail", 1);
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE(bundle);
    CHECK(textOf(*bundle, "samconfig.toml")
              .find("parameter_overrides = \"Stage=prod SenderAddress=sender@example.com\"") != std::string::npos);
    const auto ci = buildCi(shippedAnalysis(builder.design), shippedExportOptions());
    REQUIRE(ci);
    const std::string deploy = textOf(*ci, ".github/workflows/deploy.yml");
    CHECK(deploy.find("SENDER_ADDRESS: ${{ vars.SENDER_ADDRESS }}") != std::string::npos);
    CHECK(deploy.find("\"SenderAddress=$SENDER_ADDRESS\"") != std::string::npos);
}

TEST_CASE("a function beyond the brokers of the cluster is told so instead of being given code that fails",
          "[sam][bridge]") {
    DesignBuilder builder;
    builder.service("clicks", "event-stream", Host::Kubernetes)
        .service("trends", "queue-worker", Host::Function)
        .service("api", "http-api", Host::Function)
        .send("clicks", "trends", 1)
        .send("api", "clicks", 1);
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE(bundle);
    const auto says = [&](std::string_view text) {
        return std::ranges::any_of(bundle->notes, [&](const ExportNote& note) { return note.message == text; });
    };
    CHECK(says("what 'clicks' carries does not reach 'trends' in the template: its brokers run in the cluster; draw "
               "'clicks' as managed (Kafka as the product msk), or let a service of the core hand it on"));
    CHECK(says("'clicks' runs in the cluster, where 'api' does not reach its brokers: what 'api' sends there is not in "
               "the template; draw 'clicks' as managed (Kafka as the product msk), or let a service of the core "
               "publish for it"));
}

TEST_CASE("a stack that CloudFormation would not take is refused with what to do", "[sam]") {
    DesignBuilder builder;
    builder.service("bus", "event-bus", Host::Managed);
    for (int i = 0; i < 80; ++i) {
        const std::string id = "f" + std::to_string(i);
        builder.service(id, "email-sender", Host::Function).send("bus", id, 1);
    }
    const auto bundle = buildSam(shippedAnalysis(builder.design), {});
    REQUIRE_FALSE(bundle);
    CHECK(describe(bundle.error()) ==
          "template.yaml: the stack would hold 646 resources, of which CloudFormation takes 500; move a part of its 80 "
          "functions, and the stores and queues that only they use, into a design of its own that draws the same event "
          "bus");
}
