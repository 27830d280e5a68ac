// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_exporter.h"

#include "core/export/sam/schedule.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"
#include "tests/support/golden.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

Result<ExportBundle> bundleOf(Design design, ExportProfile profile = ExportProfile::Standard) {
    ExportOptions options;
    options.profile = profile;
    return buildSam(shippedAnalysis(std::move(design)), options);
}

YAML::Node templateOf(const ExportBundle& bundle) {
    return YAML::Load(textOf(bundle, "template.yaml"));
}

/// One function behind a bus, called by what is under test.
Design mailDesign(const std::string& name, const std::string& event = "OrderPlaced") {
    DesignBuilder builder;
    builder.service("bus", "event-bus", Host::Managed).service("mail", "email-sender", Host::Function);
    builder.send("bus", "mail", 1, {{"event", event}});
    Service mail = *builder.design.services.find({"mail"});
    mail.name = name;
    builder.design.services.put(mail);
    builder.design.title = "Shop";
    return builder.design;
}

std::vector<ExportFile> filesOf(const std::string& name, ExportProfile profile) {
    const auto bundle = bundleOf(shippedDesign(name), profile);
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return bundle->files;
}

}  // namespace

TEST_CASE("the order platform becomes the application that a person has read", "[sam][golden]") {
    CHECK(differencesFromGolden("sam/order-platform", filesOf("order-platform", ExportProfile::Standard)) == "");
}

TEST_CASE("scenario A becomes the application that a person has read", "[sam][golden]") {
    CHECK(differencesFromGolden("sam/scenario-a", filesOf("scenario-a-100k", ExportProfile::Standard)) == "");
}

TEST_CASE("scenario B becomes the hardened application that a person has read", "[sam][golden]") {
    CHECK(differencesFromGolden("sam/scenario-b", filesOf("scenario-b-50m", ExportProfile::Hardened)) == "");
}

TEST_CASE("the same design gives the same files", "[sam]") {
    CHECK(bundleOf(orderPlatform())->files == bundleOf(orderPlatform())->files);
}

TEST_CASE("a function hears exactly the event of its connection and loses none", "[sam]") {
    const YAML::Node event =
        templateOf(*bundleOf(mailDesign("Mail")))["Resources"]["MailFunction"]["Properties"]["Events"]["OnOrderplaced"];
    CHECK(event["Type"].as<std::string>() == "EventBridgeRule");
    CHECK(event["Properties"]["EventBusName"].as<std::string>() == "BusBus");
    CHECK(event["Properties"]["Pattern"]["detail-type"][0].as<std::string>() == "OrderPlaced");
    CHECK(event["Properties"]["DeadLetterConfig"]["Arn"].as<std::string>() == "EdgeDeadLetters.Arn");
    CHECK(event["Properties"]["RetryPolicy"]["MaximumRetryAttempts"].as<int>() == 8);
}

TEST_CASE("a listener in the core reads a queue that only its rule may fill", "[sam]") {
    const YAML::Node resources = templateOf(*bundleOf(orderPlatform()))["Resources"];
    const YAML::Node queue = resources["LiveInbox"];
    REQUIRE(queue);
    CHECK(queue["Type"].as<std::string>() == "AWS::SQS::Queue");
    CHECK(resources["LiveInboxDeadLetters"]);
    const YAML::Node statement = resources["LiveInboxPolicy"]["Properties"]["PolicyDocument"]["Statement"][0];
    CHECK(statement["Condition"]["ArnEquals"]["aws:SourceArn"].as<std::string>().ends_with("ToCoreRule.Arn"));
    const YAML::Node association = resources["LivePodIdentity"]["Properties"];
    CHECK(association["RoleArn"].as<std::string>() == "LiveCoreRole.Arn");
    CHECK(resources["CoreScalerPodIdentity"]["Properties"]["ServiceAccount"].as<std::string>() == "keda-operator");
}

TEST_CASE("a queue hides a message for six times what its function may take", "[sam]") {
    DesignBuilder builder;
    builder.service("jobs", "message-queue", Host::Managed)
        .service("worker", "queue-worker", Host::Function, {{"functionTimeoutS", 50.0}})
        .send("jobs", "worker", 1);
    const YAML::Node resources = templateOf(*bundleOf(builder.design))["Resources"];
    CHECK(resources["JobsQueue"]["Properties"]["VisibilityTimeout"].as<int>() == 300);
    CHECK(resources["JobsQueue"]["Properties"]["RedrivePolicy"]["maxReceiveCount"].as<int>() == 5);
    const YAML::Node messages = resources["WorkerFunction"]["Properties"]["Events"]["MessagesJobsQueue"]["Properties"];
    CHECK(messages["FunctionResponseTypes"][0].as<std::string>() == "ReportBatchItemFailures");
}

TEST_CASE("a function that writes into the bucket that starts it is started by one folder only", "[sam]") {
    DesignBuilder builder;
    builder.service("files", "object-storage", Host::Managed)
        .service("images", "image-processor", Host::Function)
        .send("files", "images", 1)
        .data("images", "files", 1);
    const YAML::Node events =
        templateOf(*bundleOf(builder.design))["Resources"]["ImagesFunction"]["Properties"]["Events"];
    CHECK(
        events["OnObjectCreated"]["Properties"]["Pattern"]["detail"]["object"]["key"][0]["prefix"].as<std::string>() ==
        "incoming/");
}

TEST_CASE("the hardened profile encrypts queues and logs with a key of the account", "[sam]") {
    const YAML::Node resources = templateOf(*bundleOf(mailDesign("Mail"), ExportProfile::Hardened))["Resources"];
    CHECK(resources["DataKey"]["Properties"]["EnableKeyRotation"].as<bool>());
    CHECK(resources["EdgeDeadLetters"]["Properties"]["KmsMasterKeyId"].as<std::string>() == "DataKey.Arn");
    CHECK_FALSE(resources["EdgeDeadLetters"]["Properties"]["SqsManagedSseEnabled"]);
    CHECK(resources["MailLogGroup"]["Properties"]["KmsKeyId"].as<std::string>() == "DataKey.Arn");
}

TEST_CASE("a text that CloudFormation would resolve is refused with the name of its element", "[sam]") {
    const auto bundle = bundleOf(mailDesign("{{resolve:ssm:x}}"));
    REQUIRE_FALSE(bundle);
    CHECK(describe(bundle.error()) ==
          "/services/mail/name: the text holds '{{resolve:', which CloudFormation would replace by a secret or "
          "parameter; take it out");
}

TEST_CASE("a text that looks like a substitution stays as it is", "[sam]") {
    const auto bundle = bundleOf(mailDesign("${AWS::Region}", "${AWS::Region}"));
    REQUIRE(bundle);
    const std::string text = textOf(*bundle, "template.yaml");
    CHECK(text.find("Description: !Sub \"${!AWS::Region}\"") != std::string::npos);
    CHECK(text.find("- !Sub \"${!AWS::Region}\"") != std::string::npos);
}

TEST_CASE("a service without a name is refused", "[sam]") {
    const auto bundle = bundleOf(mailDesign(""));
    REQUIRE_FALSE(bundle);
    CHECK(describe(bundle.error()) == "/services/mail/name: the service has no name; give it one");
}

TEST_CASE("every hostile name is refused with its place or reads back as it was", "[sam]") {
    const YAML::Node rows =
        YAML::LoadFile(std::string(TIDELINE_TEST_DATA) + "/data/reference/export_hostile_inputs.json");
    REQUIRE(rows.size() == 83);
    const std::size_t benign = templateOf(*bundleOf(mailDesign("Mail")))["Resources"].size();
    for (const auto& row : rows) {
        if (!row["input"].IsScalar() || row["input"].as<std::string>().empty()) {
            continue;
        }
        const std::string input = row["input"].as<std::string>();
        const auto bundle = bundleOf(mailDesign(input, input));
        CAPTURE(input);
        if (!bundle) {
            CHECK_FALSE(bundle.error().where.empty());
            continue;
        }
        const YAML::Node resources = templateOf(*bundle)["Resources"];
        CHECK(resources.size() == benign);
        CHECK(std::ranges::none_of(bundle->files, [](const ExportFile& file) {
            return file.path.starts_with("/") || file.path.find("..") != std::string::npos;
        }));
    }
}

TEST_CASE("cron lines become schedules of EventBridge", "[sam]") {
    CHECK(*scheduleExpression("0 3 * * *", "") == "cron(0 3 * * ? *)");
    CHECK(*scheduleExpression("*/15 8-18 * * 1-5", "") == "cron(0/15 8-18 ? * 2-6 *)");
    CHECK(*scheduleExpression("0 0 1 JAN,JUL *", "") == "cron(0 0 1 1,7 ? *)");
    CHECK(*scheduleExpression("30 6 * * SUN", "") == "cron(30 6 ? * 1 *)");
    CHECK(*scheduleExpression("rate(5 minutes)", "") == "rate(5 minutes)");
}

TEST_CASE("a schedule that EventBridge does not take is refused with its reason", "[sam]") {
    const std::string place = "/services/cron/fields/scheduleCron";
    CHECK(describe(scheduleExpression("* * * * * * *", place).error()) ==
          place + ": the schedule '* * * * * * *' has 7 fields; a cron line has five (minute, hour, day of the month, "
                  "month, day of the week)");
    CHECK(describe(scheduleExpression("61 * * * *", place).error()) ==
          place + ": the schedule's minute '61' is not one that EventBridge takes: numbers from 0 to 59, lists, ranges "
                  "and steps");
    CHECK(describe(scheduleExpression("0 0 1 * 1", place).error()) ==
          place + ": the schedule '0 0 1 * 1' names a day of the month and a day of the week; EventBridge takes one of "
                  "them");
}

TEST_CASE("functions that call each other in a circle are refused with the circle", "[sam]") {
    DesignBuilder builder;
    builder.service("a", "http-api", Host::Function)
        .service("b", "http-api", Host::Function)
        .service("c", "http-api", Host::Function);
    builder.call("a", "b", 1).call("b", "c", 1);
    CHECK(bundleOf(builder.design));
    builder.call("c", "b", 1);
    const auto bundle = bundleOf(builder.design);
    REQUIRE_FALSE(bundle);
    CHECK(describe(bundle.error()) ==
          "/connections/c3: 'b' calls 'c' calls 'b' in a circle, and CloudFormation makes no functions that need each "
          "other; make one of these connections an event");
}

TEST_CASE("a function that is attached to a VPC takes subnets and security groups by parameters", "[sam]") {
    DesignBuilder builder;
    builder.service("orders", "http-api", Host::Function, {{"inVpc", true}});
    const YAML::Node stack = templateOf(*bundleOf(builder.design));
    const YAML::Node config = stack["Resources"]["OrdersFunction"]["Properties"]["VpcConfig"];
    CHECK(config[0].as<std::string>() == "InVpc");
    CHECK(config[1]["SubnetIds"].as<std::string>() == "VpcSubnetIds");
    CHECK(config[1]["SecurityGroupIds"].as<std::string>() == "VpcSecurityGroupIds");
    CHECK(stack["Parameters"]["VpcSubnetIds"]["Type"].as<std::string>() == "CommaDelimitedList");
}

TEST_CASE("the table of names holds the logical id of every service", "[sam]") {
    const YAML::Node names = YAML::Load(textOf(*bundleOf(mailDesign("Order mail")), "names.json"));
    CHECK(names["services"][1]["id"].as<std::string>() == "mail");
    CHECK(names["services"][1]["name"].as<std::string>() == "order-mail");
    CHECK(names["services"][1]["logicalId"].as<std::string>() == "OrderMail");
}

TEST_CASE("the README says where pods find the address of a store that the stack makes", "[sam]") {
    DesignBuilder builder;
    builder.service("api", "http-api")
        .service("orders", "relational-database", Host::Managed)
        .service("bus", "event-bus", Host::Managed);
    builder.data("api", "orders", 1).send("api", "bus", 1);
    builder.design.title = "Shop";
    CHECK(textOf(*bundleOf(builder.design), "README.md")
              .find("| `shop/orders` | `postgres://USER:PASSWORD@HOST:5432/app?sslmode=require` | outputs `Orders…`: "
                    "`Host`, `SecretArn` |") != std::string::npos);
}
