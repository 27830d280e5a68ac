// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"
#include "tests/support/catch.h"

using namespace tideline;

namespace {

const std::string kKind = R"(key: mill
title: Mill
phrase: a mill
group: Workers and jobs
role: worker
icon: function
description: Grinds.
workload: deployment
constraints: [ordered]
runtimes: [python]
fields:
  - { key: durationMs, title: Time, unit: ms, standard: 200, least: 1, most: 900, source: editorial }
  - { key: product, title: Product, standard: fine, choices: [fine, coarse], source: editorial }
hostings:
  - host: kubernetes
    manifests: [deployment]
    scaling:
      by: keda
      least: 0
      most: 5
      trigger: aws-sqs-queue
      metadata: { queueURL: "$QUEUE_URL", awsRegion: "$REGION" }
    costs:
      - { title: Pods, meter: podVcpuHours, price: aws.fargate.vcpu-hours, when: cluster.billing=pods }
  - host: function
    sam: { resources: [AWS::Serverless::Function], events: [SQS], policies: [SQSPollerPolicy] }
notHostedOn:
  - { host: wasm, rule: placement.wasm-limits, reason: It is too heavy., source: editorial }
ports:
  - { name: http, port: 8080 }
probes:
  readiness: { type: http, path: /, port: http }
image: { name: mill, tag: "1.0" }
coldStart:
  functionMs: { python: [80, 900] }
  source: editorial
)";

/// The error for the kind above with one text in place of another.
std::string errorFor(const std::string& text, const std::string& replacement) {
    std::string changed = kKind;
    const std::size_t at = changed.find(text);
    REQUIRE(at != std::string::npos);
    changed.replace(at, text.size(), replacement);
    const std::vector<SourceText> files{{"kinds/mill.yaml", changed}};
    const Result<Catalog> catalog = Catalog::read(files);
    return catalog ? "no error" : describe(catalog.error());
}

}  // namespace

TEST_CASE("a kind file gives all that a kind is", "[catalog]") {
    const std::vector<SourceText> files{{"kinds/mill.yaml", kKind}};
    const Result<Catalog> catalog = Catalog::read(files);
    REQUIRE(catalog);
    const ServiceKind* kind = catalog->find("mill");
    REQUIRE(kind != nullptr);
    CHECK(kind->phrase == "a mill");
    CHECK(kind->role == Role::Worker);
    CHECK(kind->isConstrained("ordered"));
    CHECK(kind->field("durationMs")->type() == FieldType::Number);
    CHECK(kind->field("product")->type() == FieldType::Choice);
    CHECK(kind->hosting(Host::Kubernetes)->scaling.metadata.size() == 2);
    CHECK(kind->hosting(Host::Kubernetes)->costs[0].when == "cluster.billing=pods");
    CHECK(kind->hosting(Host::Function)->sam->policies == std::vector<std::string>{"SQSPollerPolicy"});
    CHECK(kind->impossible(Host::Wasm)->reason == "It is too heavy.");
    CHECK(kind->ports[0].port == 8080);
    CHECK(kind->readiness.path == "/");
    CHECK(kind->coldStart.functionMs[0].second.mostMs == 900);
    CHECK(catalog->find("mil") == nullptr);
}

TEST_CASE("a word outside the vocabulary is named with its place and the nearest known one", "[catalog]") {
    CHECK(errorFor("podVcpuHours", "podVcpuHour") ==
          "kinds/mill.yaml:24:31: there is no meter 'podVcpuHour'; did you mean 'podVcpuHours'?");
    CHECK(errorFor("when: cluster.billing=pods", "when: cluster.billing=pod") ==
          "kinds/mill.yaml:24:82: there is no condition 'cluster.billing=pod'; did you mean 'cluster.billing=pods'?");
    CHECK(errorFor("manifests: [deployment]", "manifests: [deploiment]") ==
          "kinds/mill.yaml:16:17: there is no part of the export 'deploiment'; did you mean 'deployment'?");
    CHECK(errorFor("unit: ms", "unit: msec") == "kinds/mill.yaml:12:43: there is no unit 'msec'; expected one of ms, "
                                                "s, min, days, months, MB, MiB, KB, GiB, m, requests/s, DPU, ACU");
    CHECK(errorFor("title: Mill", "titel: Mill") ==
          "kinds/mill.yaml:1:1: the member 'title' is missing; a text is expected");
    CHECK(errorFor("source: editorial }", "sorce: editorial, source: editorial }") ==
          "kinds/mill.yaml:12:83: there is no member 'sorce'; did you mean 'source'?");
    CHECK(errorFor("trigger: aws-sqs-queue", "trigger: aws-sqs-queu") ==
          "kinds/mill.yaml:21:16: there is no trigger 'aws-sqs-queu'; did you mean 'aws-sqs-queue'?");
    CHECK(errorFor("awsRegion", "awsRegio") ==
          "kinds/mill.yaml:22:53: there is no metadata of trigger 'aws-sqs-queue' called 'awsRegio'; did you mean "
          "'awsRegion'?");
    CHECK(errorFor("[AWS::Serverless::Function]", "[AWS::Serverless::Funktion]") ==
          "kinds/mill.yaml:26:24: there is no resource type 'AWS::Serverless::Funktion'; did you mean "
          "'AWS::Serverless::Function'?");
    CHECK(errorFor("constraints: [ordered]", "constraints: [orderd]") ==
          "kinds/mill.yaml:9:15: there is no constraint 'orderd'; did you mean 'ordered'?");
    CHECK(errorFor("runtimes: [python]", "runtimes: [pyton]") ==
          "kinds/mill.yaml:10:12: there is no runtime 'pyton'; did you mean 'python'?");
    CHECK(errorFor("host: wasm", "host: moon") ==
          "kinds/mill.yaml:28:13: there is no host 'moon'; expected one of kubernetes, function, wasm, managed");
    CHECK(errorFor("role: worker", "role: workr") ==
          "kinds/mill.yaml:5:7: there is no role 'workr'; did you mean 'worker'?");
    CHECK(errorFor("by: keda", "by: magic") ==
          "kinds/mill.yaml:18:11: there is no way to scale 'magic'; expected one of hpa, keda, fixed, nodes, schedule, "
          "platform, none");
}

TEST_CASE("a kind that contradicts itself says where", "[catalog]") {
    CHECK(errorFor("standard: 200", "standard: 0.5") ==
          "kinds/mill.yaml:12:57: the standard 0.5 lies below the least value, 1");
    CHECK(errorFor("standard: 200", "standard: 901") ==
          "kinds/mill.yaml:12:57: the standard 901 lies above the most, 900");
    CHECK(errorFor("least: 1,", "least: 1000,") ==
          "kinds/mill.yaml:12:69: the least value 1000 lies above the most, 900");
    CHECK(errorFor("standard: fine", "standard: rough") ==
          "kinds/mill.yaml:13:47: the standard is none of the choices");
    CHECK(errorFor("key: product", "key: durationMs") == "kinds/mill.yaml:13:5: the field 'durationMs' stands twice");
    CHECK(errorFor("host: function", "host: kubernetes\n    manifests: [job]") ==
          "kinds/mill.yaml:25:5: the host 'kubernetes' stands twice");
    CHECK(errorFor("host: wasm", "host: function") ==
          "kinds/mill.yaml:28:5: the host 'function' is offered under 'hostings', so it is not impossible");
    CHECK(errorFor(", awsRegion: \"$REGION\"", "") ==
          "kinds/mill.yaml:22:17: trigger 'aws-sqs-queue' cannot work without 'awsRegion'; add it to the metadata");
    CHECK(errorFor("port: http }", "port: grpc }") ==
          "kinds/mill.yaml:32:43: there is no port 'grpc'; expected one of http");
    CHECK(errorFor("port: 8080", "port: 70000") ==
          "kinds/mill.yaml:30:25: expected a whole number from 1 to 65535, found 70000");
    CHECK(errorFor("tag: \"1.0\"", "tag: latest") ==
          "kinds/mill.yaml:33:27: the tag 'latest' means another image tomorrow; name a version");
    CHECK(errorFor("[80, 900]", "[900, 80]") ==
          "kinds/mill.yaml:35:25: expected two numbers of milliseconds that rise, such as [80, 900]");
    CHECK(errorFor("reason: It is too heavy.", "reason: It is too heavy") ==
          "kinds/mill.yaml:28:56: a reason is a sentence; end it with a full stop");
    CHECK(errorFor("least: 0", "least: 6") ==
          "kinds/mill.yaml:19:14: the least number of replicas, 6, lies above the most, 5");
    CHECK(errorFor("key: mill", "key: mile") == "kinds/mill.yaml:1:6: the file of kind 'mile' is called mile.yaml");
    CHECK(errorFor("key: mill", "key: Mill") ==
          "kinds/mill.yaml:1:6: 'Mill' is no key of a kind; expected lower-case words joined by dashes");
}

TEST_CASE("the file of the order names kinds that exist", "[catalog]") {
    const std::vector<SourceText> files{{"kinds/mill.yaml", kKind}, {"kinds/order.yaml", "order:\n  - mile\n"}};
    const Result<Catalog> catalog = Catalog::read(files);
    REQUIRE_FALSE(catalog);
    CHECK(describe(catalog.error()) == "kinds/order.yaml:2:5: there is no kind 'mile'; did you mean 'mill'?");
}

TEST_CASE("a kind stands in one file", "[catalog]") {
    const std::vector<SourceText> files{{"kinds/mill.yaml", kKind}, {"more/mill.yaml", kKind}};
    const Result<Catalog> catalog = Catalog::read(files);
    REQUIRE_FALSE(catalog);
    CHECK(describe(catalog.error()) == "more/mill.yaml: the kind 'mill' stands twice; the first is in kinds/mill.yaml");
}
