// SPDX-License-Identifier: Apache-2.0
#include "core/cost/connection_costs.h"

#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <cmath>

using namespace tideline;
using test::DesignBuilder;

namespace {

Figures figuresFor(const Design& design) {
    return figuresOf(design, test::shippedCatalog(), test::shippedPrices());
}

double lineDollars(const Figures& figures, std::string_view category) {
    double sum = 0;
    for (const BillLine& line : figures.bill.lines) {
        sum += line.category == category ? approximately(line.exact) : 0;
    }
    return sum;
}

double ownDollars(const Figures& figures, const char* service) {
    double sum = 0;
    for (const BillLine& line : figures.bill.lines) {
        sum += line.service == ServiceId{service} ? approximately(line.exact) : 0;
    }
    return sum;
}

ConnectionCost costOf(const Figures& figures, const char* connection) {
    return figures.connections.at({connection});
}

bool areNear(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

}  // namespace

TEST_CASE("data that leaves through the NAT is shared out by its bytes") {
    const Figures figures =
        figuresFor(DesignBuilder()
                       .service("api")
                       .service("mail", "saas-api", Host::Managed, {{"payloadKb", 10.0}, {"responseKb", 0.0}})
                       .service("bank", "saas-api", Host::Managed, {{"payloadKb", 20.0}, {"responseKb", 10.0}})
                       .call("api", "mail", 1)
                       .call("api", "bank", 1)
                       .entry("api", 10'000'000)
                       .design);
    const double whole = lineDollars(figures, "nat-data");
    REQUIRE(whole > 1);
    CHECK(areNear(costOf(figures, "c1").network, whole / 4));
    CHECK(areNear(costOf(figures, "c2").network, whole * 3 / 4));
}

TEST_CASE("data between zones belongs to the connections between pods, and to no other") {
    DesignBuilder builder;
    builder.service("api").service("users").service("mail", "email-sender", Host::Function);
    builder.call("api", "users", 2).call("api", "mail", 1).entry("api", 10'000'000);
    builder.design.settings.cluster.zones = 3;
    const Figures figures = figuresFor(builder.design);
    const double whole = lineDollars(figures, "cross-az");
    REQUIRE(whole > 1);
    CHECK(areNear(costOf(figures, "c1").network, whole));
    CHECK(costOf(figures, "c2").network == 0);
}

TEST_CASE("a function that only one service calls costs what the connection to it costs") {
    const Figures figures = figuresFor(DesignBuilder()
                                           .service("api")
                                           .service("mail", "email-sender", Host::Function)
                                           .call("api", "mail", 0.5)
                                           .entry("api", 1'000'000)
                                           .design);
    REQUIRE(ownDollars(figures, "mail") > 0.01);
    CHECK(costOf(figures, "c1").perCall > 0.5 * ownDollars(figures, "mail"));
    CHECK(costOf(figures, "c1").perCall <= ownDollars(figures, "mail") + 1e-9);
}

TEST_CASE("two callers share the lines of a function by their calls, users keep the rest") {
    DesignBuilder builder;
    builder.service("api").service("users").service("pdf", "pdf-generator", Host::Function);
    builder.call("api", "pdf", 3).call("users", "pdf", 1);
    builder.entry("api", 1'000'000).entry("users", 1'000'000);
    const Figures both = figuresFor(builder.design);
    CHECK(areNear(costOf(both, "c1").perCall, 3 * costOf(both, "c2").perCall));
    builder.entry("pdf", 4'000'000);
    const Figures withUsers = figuresFor(builder.design);
    const double counted = (costOf(withUsers, "c1").perCall + costOf(withUsers, "c2").perCall) * 2;
    CHECK(counted <= ownDollars(withUsers, "pdf") + 1e-9);
    CHECK(areNear(costOf(withUsers, "c1").perCall, 3 * costOf(withUsers, "c2").perCall));
}

TEST_CASE("an event costs its share of the bus, a call to a pod nothing but its logs") {
    DesignBuilder builder;
    builder.service("orders").service("users").service("bus", "event-bus", Host::Managed);
    builder.service("mail", "email-sender", Host::Function);
    builder.send("orders", "bus", 1).send("users", "bus", 3).call("mail", "users", 1);
    builder.entry("orders", 1'000'000).entry("users", 1'000'000).entry("mail", 1'000);
    const Figures figures = figuresFor(builder.design);
    CHECK(costOf(figures, "c1").perCall > 0.1);
    CHECK(costOf(figures, "c2").perCall > 2.9 * costOf(figures, "c1").perCall);
    // 1,000 requests write 0.001 GB of logs.
    CHECK(areNear(costOf(figures, "c3").dollars(), 0.0005));
    builder.design.settings.bill.off.insert("logs");
    CHECK(costOf(figuresFor(builder.design), "c3").dollars() == 0);
}

TEST_CASE("connections of a design never cost more than its bill") {
    const Figures figures = figuresFor(test::orderPlatform());
    double sum = 0;
    for (const auto& [id, cost] : figures.connections) {
        CHECK(cost.network >= 0);
        CHECK(cost.perCall >= 0);
        sum += cost.dollars();
    }
    CHECK(figures.connections.size() == figures.design.connections.size());
    CHECK(sum > 1);
    CHECK(sum < figures.bill.monthly.dollars());
}
