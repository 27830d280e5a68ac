// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/capacity.h"

#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Figures figures(const Design& design) {
    return figuresOf(design, test::shippedCatalog(), test::shippedPrices());
}

}  // namespace

TEST_CASE("replicas follow the larger of CPU and slots in the busiest minute") {
    const Design design = test::DesignBuilder().service("api").entry("api", 50'000'000, "business-hours").design;
    const Figures result = figures(design);
    const Capacity& api = result.capacities.at({"api"});
    CHECK(api.rate == Approx(114.0926).margin(5e-5));
    CHECK_FALSE(api.sizedForHour);
    CHECK(api.byCpu == 7);
    CHECK(api.bySlots == 2);
    CHECK(api.replicasAtPeak == 7);
    CHECK(api.meanReplicas == Approx(4.0119).margin(5e-5));
    CHECK(api.least == 3);
    CHECK(api.most == 12);
}

TEST_CASE("the same load keeps 22.8 functions busy at once") {
    const Design design = test::DesignBuilder()
                              .service("api", "http-api", Host::Function)
                              .entry("api", 50'000'000, "business-hours")
                              .design;
    const Figures result = figures(design);
    const Capacity& api = result.capacities.at({"api"});
    CHECK(api.concurrent == Approx(22.8185).margin(5e-4));
    CHECK(api.replicas == 0);
}

TEST_CASE("what stands behind a channel is sized for the busiest hour") {
    // Films of 600 s on one slot each: the busiest hour needs 18 and the busiest minute would need 36.
    const Design design =
        test::DesignBuilder()
            .service("queue", "message-queue", Host::Managed)
            .service(
                "films", "queue-worker", Host::Kubernetes,
                {{"durationMs", 600'000.0}, {"cpuMs", 2'400'000.0}, {"cpuRequestMillis", 4000.0}, {"concurrency", 1.0}})
            .send("queue", "films", 1)
            .entry("queue", 18'000, "business-hours")
            .design;
    const Figures result = figures(design);
    const Capacity& films = result.capacities.at({"films"});
    CHECK(films.sizedForHour);
    CHECK(films.rate == Approx(0.02053).margin(5e-5));
    CHECK(films.replicasAtPeak == 18);
}

TEST_CASE("the core of the order platform has the published replicas on seven nodes") {
    const Figures result = figures(test::orderPlatform());
    for (const char* service : {"gateway", "users", "orders", "payments", "live"}) {
        INFO(service);
        const Capacity& capacity = result.capacities.at({service});
        CHECK(capacity.byCpu == 1);
        CHECK(capacity.bySlots == 1);
        CHECK(capacity.replicasAtPeak == 3);
        CHECK(capacity.replicas == 3);
    }
    REQUIRE(result.cluster);
    CHECK(result.cluster->need.peakPods == 20);
    CHECK(result.cluster->need.peakCpuMillis == 10'820);
    CHECK(result.cluster->need.peakMemoryMib == 25'856);
    CHECK(result.cluster->need.peakNodes == 7);
    CHECK(result.cluster->need.leastPeakNodes == 7);
    for (const BillLine& line : result.bill.lines) {
        if (line.key == "nodes/nodeHours") {
            CHECK(line.exact == exactOf(416.976));
        }
    }
}

TEST_CASE("the nodes of the order platform hold each pod once, replicas apart") {
    const Figures result = figures(test::orderPlatform());
    REQUIRE(result.cluster->nodes.size() == 7);
    double pods = 0;
    for (const NodeFigures& node : result.cluster->nodes) {
        double share = 0;
        for (const NodePods& placed : node.pods) {
            pods += placed.count;
            share += placed.count * placed.share;
            CHECK(placed.share > 0);
        }
        CHECK(share <= 1 + 1e-9);
        CHECK(node.left.cpuMillis >= 0);
        CHECK(node.left.memoryMib >= 0);
    }
    CHECK(pods == result.cluster->need.peakPods);
}

TEST_CASE("the next node is due where the bill of the peak gets it") {
    Design design = test::orderPlatform();
    design.settings.cluster.autoscaled = false;
    const Figures result = figures(design);
    REQUIRE(result.cluster->nextNodeFrom);
    const auto nodesAt = [&](double requests) {
        const Bill bill = billAt(design, test::shippedCatalog(), test::shippedPrices(), requests);
        const auto line = std::ranges::find(bill.lines, "nodes/nodeHours", &BillLine::key);
        return approximately(line->units) / bill.hoursPerMonth;
    };
    CHECK(nodesAt(*result.cluster->nextNodeFrom) > 7.5);
    CHECK(nodesAt(*result.cluster->nextNodeFrom * 0.998) < 7.5);
    design.settings.cluster.nodes = 9;
    CHECK(!figures(design).cluster->nextNodeFrom);
}

TEST_CASE("a step of replicas is decided exactly where floating point cannot") {
    // 0.7 x 3 requests at once of exactly 1 s: three slots are full at 2.1 a second and no fourth pod is due.
    const ReplicaRule rule{.slotMs = 1000, .slots = 1};
    const double rps = 0.7 * 3;
    CHECK(replicasFor(rule, rps, [] { return exactOf(2.1); }) == 3);
    CHECK(replicasFor(rule, rps, [] { return exactOf(2.1000000000001); }) == 4);
}

TEST_CASE("sites that look alike share the load") {
    const ReplicaRule rule{.slotMs = 1000, .slots = 1, .least = 1, .copies = 4};
    CHECK(replicasFor(rule, 2.8, [] { return exactOf(2.8); }) == 4);
    CHECK(replicasFor(rule, 2.9, [] { return exactOf(2.9); }) == 8);
}
