// SPDX-License-Identifier: Apache-2.0
#include "core/cost/node_shares.h"

#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <cmath>

using namespace tideline;

namespace {

Figures figuresFor(const Design& design) {
    return figuresOf(design, test::shippedCatalog(), test::shippedPrices());
}

double nodeLines(const Figures& figures) {
    double sum = 0;
    for (const BillLine& line : figures.bill.lines) {
        const bool isOfNodes = line.category == "nodes" || line.category == "auto-mode" || line.category == "disks";
        sum += isOfNodes ? approximately(line.exact) : 0;
    }
    return sum;
}

}  // namespace

TEST_CASE("shares of the nodes add up to what the nodes cost") {
    const Figures figures = figuresFor(test::orderPlatform());
    double sum = 0;
    for (const auto& [id, dollars] : figures.nodeDollars) {
        CHECK(figures.design.services.find(id)->host == Host::Kubernetes);
        CHECK(dollars > 0);
        sum += dollars;
    }
    REQUIRE(nodeLines(figures) > 100);
    CHECK(std::abs(sum - nodeLines(figures)) < 1e-6);
}

TEST_CASE("a service with pods twice as large pays twice as much of the nodes") {
    test::DesignBuilder builder;
    builder.service("small", "http-api", Host::Kubernetes, {{"cpuRequestMillis", 200.0}, {"memoryMib", 64.0}});
    builder.service("large", "http-api", Host::Kubernetes, {{"cpuRequestMillis", 400.0}, {"memoryMib", 64.0}});
    builder.entry("small", 1000).entry("large", 1000);
    const Figures figures = figuresFor(builder.design);
    CHECK(std::abs(figures.nodeDollars.at({"large"}) - 2 * figures.nodeDollars.at({"small"})) < 1e-9);
}

TEST_CASE("clusters that are billed by pods share out no nodes") {
    Design design = test::orderPlatform();
    design.settings.cluster.billing = "pods";
    CHECK(figuresFor(design).nodeDollars.empty());
}
