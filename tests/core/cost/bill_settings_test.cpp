// SPDX-License-Identifier: Apache-2.0
#include "core/cost/discounts.h"
#include "core/cost/people.h"
#include "core/figures/figures.h"
#include "core/file/design_file.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Bill billOf(const Design& design, const PriceBook& prices = test::shippedPrices()) {
    return billAt(design, test::shippedCatalog(), prices, requestsPerMonth(design));
}

Bill clusterBill(const Design& design) {
    return billOf(placedForCurve(design, test::shippedCatalog(), test::shippedPrices(), "all-kubernetes"));
}

const BillLine* lineOf(const Bill& bill, const std::string& key) {
    const auto line = std::ranges::find(bill.lines, key, &BillLine::key);
    return line != bill.lines.end() ? &*line : nullptr;
}

Exact crossing(const Design& design, const CurveRange& range = {}) {
    for (const Crossover& crossover :
         curvesOf(design, test::shippedCatalog(), test::shippedPrices(), range).crossovers) {
        if (crossover.from == "all-functions" && crossover.to == "all-kubernetes") {
            return crossover.requestsPerMonth;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("people and tools are off until they are switched on") {
    Design design = test::scenarioA();
    CHECK(clusterBill(design).exact == exactOf(150.161));
    design.settings.bill.on = {"people"};
    const Bill cluster = clusterBill(design);
    CHECK(cluster.exact == exactOf(150.161) + 16'500);
    REQUIRE(lineOf(cluster, "people/engineer"));
    CHECK(lineOf(cluster, "people/engineer")->monthly == Money{12'000'000'000});
    CHECK_FALSE(lineOf(cluster, "people/engineer")->source.title.empty());
    // A design without a cluster pays its shares: 1,200 + 720 + 200 + 420 + 600 + 250.
    CHECK(billOf(design).exact == exactOf(0.1033335) + 3'390);
    design.settings.bill.off.insert("people");
    CHECK(billOf(design).exact == exactOf(0.1033335));
}

TEST_CASE("the whole table on the cluster moves the crossover to 16 billion requests") {
    Design design = test::scenarioA();
    design.settings.bill.on = {"people"};
    design.settings.bill.fixed = {{"nodes", 60}, {"load-balancer", 16}};
    for (PeopleLine line : standardPeople()) {
        line.appliesTo = "kubernetes";
        line.share = 0;
        design.settings.bill.people.push_back(line);
    }
    const Exact found = crossing(design, {.from = 1e9, .to = 1e12});
    CHECK(approximately(found) == Approx(16.1e9).epsilon(0.005));
    const Bill cluster = clusterBill(design);
    REQUIRE(lineOf(cluster, "people/training"));
    CHECK(lineOf(cluster, "people/training")->source.title == "set by hand");
}

TEST_CASE("lines for functions are paid where functions run") {
    const PeopleLine line{.key = "x", .title = "X", .monthly = 100, .appliesTo = "functions", .share = 0.25};
    CHECK(peopleShare(line, true, false) == 0.25);
    CHECK(peopleShare(line, true, true) == 1);
    CHECK(peopleShare(line, false, true) == 1);
}

TEST_CASE("a support plan is a share of the bill by tiers and at least a sum") {
    Design design = test::scenarioB();
    design.settings.bill.on = {"support"};
    const Bill open = billOf(design);
    REQUIRE(lineOf(open, "support/plan"));
    CHECK(lineOf(open, "support/plan")->dependsOn.has_value());
    design.settings.bill.support = SupportPlan{.least = 20, .tiers = {{500, 0.1}, {std::nullopt, 0.05}}};
    const Bill bill = billOf(design);
    const Exact expected = exactOf(50) + exactOf(159.5175) * exactOf(0.05);
    CHECK(lineOf(bill, "support/plan")->exact == expected);
    CHECK(bill.exact == exactOf(659.5175) + expected);
    CHECK(lineOf(bill, "support/plan")->arithmetic == "10 % of $500.00 + 5 % of $159.52; at least $20.00");
    design.settings.bill.support->least = 1'000;
    CHECK(billOf(design).exact == exactOf(1'659.5175));
    // The curve and the exact bill agree, and the plan takes part in the crossover.
    design.settings.bill.support->least = 20;
    const Exact at = crossing(design);
    CHECK(at > 0);
    CHECK(billAt(design, test::shippedCatalog(), test::shippedPrices(), approximately(at)).exact >
          billAt(placedForCurve(design, test::shippedCatalog(), test::shippedPrices(), "all-kubernetes"),
                 test::shippedCatalog(), test::shippedPrices(), approximately(at))
              .exact);
    CHECK(billAt(design, test::shippedCatalog(), test::shippedPrices(), approximately(at) - 1).exact <=
          billAt(placedForCurve(design, test::shippedCatalog(), test::shippedPrices(), "all-kubernetes"),
                 test::shippedCatalog(), test::shippedPrices(), approximately(at) - 1)
              .exact);
}

TEST_CASE("stated discounts change the price of each line that they touch and say so") {
    Design design = test::scenarioB();
    design.settings.bill.discounts = {
        {.prices = "aws.ec2.", .title = "Spot", .off = 0.65, .coverage = 0.5, .reserve = 0.05},
        {.prices = "aws.lambda.gb-seconds.x86", .title = "Compute savings plan", .off = 0.17}};
    const Bill cluster = clusterBill(design);
    const BillLine* nodes = lineOf(cluster, "nodes/nodeHours");
    REQUIRE(nodes);
    CHECK(nodes->exact == exactOf(372.3) * (1 - exactOf(0.5) * exactOf(0.6)));
    CHECK(nodes->note == "65 % off the list price for 50 % of the use, 5 % kept in reserve (Spot)");
    const Bill functions = billOf(design);
    CHECK(lineOf(functions, "api/gbSeconds")->exact == exactOf(416.6675) * exactOf(0.83));
    CHECK(lineOf(functions, "api/requests")->note.empty());
}

TEST_CASE("the fee of Auto Mode is a share of the list price, whatever the nodes cost") {
    Design design = test::orderPlatform();
    const Exact before = lineOf(billOf(design), "auto-mode/nodeHours")->exact;
    design.settings.bill.discounts = {{.prices = "aws.ec2.", .title = "Savings plan", .off = 0.279}};
    const Bill bill = billOf(design);
    CHECK(lineOf(bill, "auto-mode/nodeHours")->exact == before);
    CHECK(before > 0);
}

TEST_CASE("a price of a person's own says so on every line that it touches and on no other") {
    PriceBook own;
    own.title = "Contract 2026";
    Price price = *test::shippedPrices().find("aws.lambda.requests");
    price.tiers = {{std::nullopt, exactOf(0.1)}};
    price.book = own.title;
    own.prices = {price};
    const PriceBook prices = *overridden(test::shippedPrices(), own);
    const Bill bill = billOf(test::scenarioA(), prices);
    CHECK(lineOf(bill, "api/requests")->exact == exactOf(0.01));
    CHECK(lineOf(bill, "api/requests")->note == "price of 'Contract 2026' in place of 'AWS us-east-1'");
    CHECK(lineOf(bill, "api/gbSeconds")->note.empty());
}

TEST_CASE("a category that is left out takes no service of its name with it") {
    Design design = test::DesignBuilder().service("logs", "http-api", Host::Function).entry("logs", 1'000'000).design;
    design.settings.bill.off = {"logs"};
    const Bill bill = billOf(design);
    REQUIRE(lineOf(bill, "logs/requests"));
    CHECK(lineOf(bill, "logs/requests")->exact == exactOf(0.2));
    CHECK_FALSE(lineOf(bill, "logs/logGb"));
    design = test::scenarioA();
    design.settings.bill.off.insert("api");
    CHECK(billOf(design).exact == 0);
}

TEST_CASE("extended support makes the control plane six times as dear") {
    Design design = test::scenarioA();
    design.settings.cluster.extendedSupport = true;
    CHECK(lineOf(clusterBill(design), "control-plane/controlPlaneHours")->exact == 438);
}

TEST_CASE("no number of any bill lacks a source") {
    Design people = test::orderPlatform();
    people.settings.bill.on = {"people", "support"};
    people.settings.bill.support = SupportPlan{.least = 100};
    people.settings.bill.fixed = {{"nat-hours", 45}};
    std::size_t checked = 0;
    for (const Design& drawn : {test::scenarioA(), test::scenarioB(), test::orderPlatform(), people}) {
        for (const char* curve : {"as-designed", "all-kubernetes", "all-functions", "all-wasm"}) {
            for (const bool billsPods : {false, true}) {
                Design design = placedForCurve(drawn, test::shippedCatalog(), test::shippedPrices(), curve);
                design.settings.cluster.billing = billsPods ? "pods" : "nodes";
                for (const BillLine& line : billOf(design).lines) {
                    INFO(line.key);
                    CHECK((line.dependsOn.has_value() || !line.source.title.empty()));
                    const bool byPrice = !line.price.empty() && !line.dependsOn;
                    CHECK((!byPrice || (line.source.url.starts_with("https://") && !line.source.asOf.empty())));
                    CHECK((line.dependsOn.has_value() || !line.arithmetic.empty()));
                    CHECK(line.monthly.micros >= 0);
                    ++checked;
                }
            }
        }
    }
    CHECK(checked > 300);
}

TEST_CASE("graphics cards have nodes of their own") {
    const std::string kind = R"(
key: card-service
title: Card service
phrase: a card service
group: AI and machine learning
role: service
icon: service
description: Answers with a graphics card.
workload: deployment
fields:
  - { key: durationMs, title: Time per request, unit: ms, standard: 25000, least: 1, most: 86400000, source: editorial }
  - { key: concurrency, title: Requests at once, standard: 8, least: 1, most: 1000, source: editorial }
  - { key: gpus, title: Graphics cards, standard: 1, least: 0, most: 16, source: editorial }
  - { key: memoryMib, title: Memory, unit: MiB, standard: 12288, least: 16, most: 1048576, source: editorial }
  - { key: cpuRequestMillis, title: CPU request, unit: m, standard: 3000, least: 1, most: 192000, source: editorial }
hostings:
  - host: kubernetes
    manifests: [deployment, service]
    scaling:
      by: hpa
      metric: cpu
      targetType: Utilization
      target: 70
      least: 1
      most: 10
    costs:
      - { title: GPU nodes, meter: gpuNodeHours, price: aws.ec2.g6-xlarge, when: service.gpus>0, shared: true }
notHostedOn:
  - { host: function, rule: placement.host-not-possible, reason: It has no graphics card., source: editorial }
  - { host: wasm, rule: placement.wasm-limits, reason: It has no graphics card., source: editorial }
ports:
  - { name: http, port: 8080 }
probes:
  readiness: { type: http, path: /, port: http }
image: { name: cards, tag: "1.0" }
)";
    const std::vector<SourceText> files{{"kinds/card-service.yaml", kind}};
    const Result<Catalog> catalog = Catalog::read(files);
    if (!catalog) {
        WARN(describe(catalog.error()));
    }
    REQUIRE(catalog);
    // 0.2738 a second in the busiest minute, 25 s each, eight at once: ceil(6.84 / 5.6) = 2 cards.
    Design design = test::DesignBuilder().service("model", "card-service").entry("model", 720'000 / 1.875).design;
    design.settings.cluster.autoscaled = false;
    const Bill bill = billAt(design, *catalog, test::shippedPrices(), requestsPerMonth(design));
    const BillLine* cards = lineOf(bill, "model/gpuNodeHours");
    REQUIRE(cards);
    CHECK(cards->units == 2 * 730);
    CHECK(roundedMoney(cards->exact / 10'000).micros == 117'501);
    CHECK(cards->price == "aws.ec2.g6-xlarge");
    // What is left of the cluster keeps one ordinary node.
    REQUIRE(lineOf(bill, "nodes/nodeHours"));
    CHECK(lineOf(bill, "nodes/nodeHours")->units == 730);
    design.settings.cluster.gpuNode = "aws.ec2.g4dn-xlarge";
    const Bill other = billAt(design, *catalog, test::shippedPrices(), requestsPerMonth(design));
    CHECK(lineOf(other, "model/gpuNodeHours")->price == "aws.ec2.g4dn-xlarge");
}

TEST_CASE("bill settings and ranges come back from a file as they were") {
    Design design = test::scenarioA();
    design.settings.bill.on = {"people", "support"};
    design.settings.bill.people = {
        {.key = "a", .title = "A", .monthly = 12.5, .appliesTo = "both", .share = 0.5, .extras = {{"by", "\"me\""}}}};
    design.settings.bill.support = SupportPlan{.least = 29, .tiers = {{1'000, 0.1}, {std::nullopt, 0.03}}};
    design.settings.bill.discounts = {{.prices = "aws.ec2.", .title = "Spot", .off = 0.65, .coverage = 0.5}};
    design.settings.ranges = {{.input = "services/api/durationMs", .low = 1, .high = 3, .likely = 2}};
    design.settings.cluster.extendedSupport = true;
    const Result<OpenedDesign> opened = readDesign({.name = "a.tideline", .text = designText(design)});
    REQUIRE(opened);
    CHECK(opened->design.settings == design.settings);
}

TEST_CASE("the account's free amount does not cover the calls of a function that keeps slots warm") {
    const auto designWith = [](FieldValues fields) {
        Design design = test::DesignBuilder()
                            .service("warm", "mobile-backend", Host::Function, std::move(fields))
                            .service("cold", "mobile-backend", Host::Function)
                            .entry("warm", 900'000)
                            .entry("cold", 900'000)
                            .design;
        design.settings.freeAmounts = true;
        return design;
    };
    const Bill before = billOf(designWith({}));
    CHECK(lineOf(before, "warm/requests")->exact + lineOf(before, "cold/requests")->exact == exactOf(0.16));
    const Bill bill = billOf(designWith({{"provisionedSlots", 0.001}}));
    CHECK(lineOf(bill, "warm/requests")->exact == exactOf(0.18));
    CHECK(lineOf(bill, "cold/requests")->exact == 0);
    CHECK(lineOf(bill, "warm/gbSeconds")->exact > 0);
    CHECK(lineOf(bill, "cold/gbSeconds")->exact == 0);
}
