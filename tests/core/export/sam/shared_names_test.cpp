// SPDX-License-Identifier: Apache-2.0
// What pods of the core call has one name in the stack and in their manifests.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;
using namespace tideline::test;

namespace {

Design shop() {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("orders", "http-api")
        .service("carts", "document-database", Host::Managed)
        .service("photos", "object-storage", Host::Managed)
        .service("quote", "http-api", Host::Function)
        .service("mails", "email-sender", Host::Function)
        .service("refund", "workflow", Host::Function)
        .data("orders", "carts", 1)
        .data("orders", "photos", 1)
        .call("orders", "quote", 1)
        .send("orders", "mails", 1)
        .call("orders", "refund", 1);
    return builder.design;
}

}  // namespace

TEST_CASE("pods know tables, buckets, functions, queues and workflows by the names that the stack gives",
          "[sam][kubernetes][bridge]") {
    const Analysis analysis = shippedAnalysis(shop());
    const YAML::Node resources = YAML::Load(textOf(buildSam(analysis, {}), "template.yaml"))["Resources"];
    const auto given = [&](const std::string& id, const std::string& member) {
        CAPTURE(id, member);
        REQUIRE(resources[id]["Properties"][member]);
        return resources[id]["Properties"][member].as<std::string>();
    };
    CHECK(given("CartsTable", "TableName") == "shop-carts");
    CHECK(given("PhotosBucket", "BucketName") == "shop-photos-${AWS::AccountId}");
    CHECK(given("QuoteFunction", "FunctionName") == "shop-quote");
    CHECK(given("MailsQueue", "QueueName") == "shop-mails");
    CHECK(given("RefundMachine", "Name") == "shop-refund");

    const std::string pods = textOf(buildKubernetes(analysis, {}), "base/orders.yaml");
    for (const char* line :
         {"CARTS_TABLE: shop-carts\n", "PHOTOS_BUCKET: shop-photos-111122223333\n", "QUOTE_FUNCTION: shop-quote\n",
          "MAILS_QUEUE_URL: \"https://sqs.us-east-1.amazonaws.com/111122223333/shop-mails\"\n",
          "REFUND_STATE_MACHINE_ARN: \"arn:aws:states:us-east-1:111122223333:stateMachine:shop-refund\"\n"}) {
        CAPTURE(line);
        CHECK(pods.find(line) != std::string::npos);
    }
    CHECK(pods.find("27017") == std::string::npos);
    CHECK(pods.find("_URL_FILE") == std::string::npos);
}

TEST_CASE("what only the edge calls gets its name from CloudFormation", "[sam][bridge]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("quote", "http-api", Host::Function)
        .service("carts", "document-database", Host::Managed)
        .data("quote", "carts", 1);
    const YAML::Node resources =
        YAML::Load(textOf(buildSam(shippedAnalysis(builder.design), {}), "template.yaml"))["Resources"];
    CHECK_FALSE(resources["CartsTable"]["Properties"]["TableName"]);
    CHECK_FALSE(resources["QuoteFunction"]["Properties"]["FunctionName"]);
}

TEST_CASE("the title of a stack is a text, whatever it holds", "[sam]") {
    Design design = shop();
    design.title = "Shop ${AWS::Region} \u201cnorth\u201d";
    const YAML::Node text = YAML::Load(textOf(buildSam(shippedAnalysis(design), {}), "template.yaml"))["Description"];
    CHECK(text.Tag() != "!Sub");
    CHECK(text.as<std::string>() == "Shop $ {AWS::Region} \u201cnorth\u201d: the serverless edge");
}
