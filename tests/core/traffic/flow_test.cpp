// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/flow.h"

#include "tests/support/catch.h"
#include "tests/support/design_builder.h"

using namespace tideline;
using test::DesignBuilder;

namespace {

double monthly(const Flow& flow, const char* service) {
    const ServiceLoad& load = flow.loads.at({service});
    return approximately(load.scaled + load.fixed);
}

DesignBuilder services(std::initializer_list<const char*> ids) {
    DesignBuilder builder;
    for (const char* id : ids) {
        builder.service(id);
    }
    return builder;
}

}  // namespace

TEST_CASE("load follows the call ratios from the gateway to the workers behind the bus") {
    const Design design = services({"gateway", "api", "db", "bus", "mail", "pdf"})
                              .call("gateway", "api", 0.6)
                              .data("api", "db", 3)
                              .send("api", "bus", 0.3)
                              .send("bus", "mail", 0.5)
                              .send("bus", "pdf", 0.2)
                              .entry("gateway", 10'000'000, "business-hours")
                              .design;
    const Flow flow = flowOf(design, {});
    CHECK(flow.loads.at({"api"}).scaled == 6'000'000);
    CHECK(flow.loads.at({"db"}).scaled == 18'000'000);
    CHECK(flow.loads.at({"bus"}).scaled == 1'800'000);
    CHECK(flow.loads.at({"mail"}).scaled == 900'000);
    CHECK(flow.loads.at({"pdf"}).scaled == 360'000);
    const ServiceLoad& api = flow.loads.at({"api"});
    CHECK(api.meanRps == Approx(2.2831).margin(5e-5));
    CHECK(api.peakHourRps == Approx(6.8456).margin(5e-5));
    CHECK(api.peakMinuteRps == Approx(13.6911).margin(5e-5));
    CHECK(flow.callsAtDrawn.at({"c2"}) == 18'000'000);
    CHECK(flow.requestsPerMonth == 10'000'000);
}

TEST_CASE("profiles mix hour by hour and not peak by peak") {
    const Design design = services({"gateway", "hook", "bus"})
                              .send("gateway", "bus", 0.1)
                              .send("hook", "bus", 1)
                              .entry("gateway", 6'000'000, "business-hours")
                              .entry("hook", 300'000, "event-driven")
                              .design;
    const ServiceLoad bus = flowOf(design, {}).loads.at({"bus"});
    CHECK(bus.scaled == 900'000);
    CHECK(bus.meanRps == Approx(0.3425).margin(5e-5));
    CHECK(bus.peakHourRps == Approx(0.9832).margin(5e-5));
    CHECK(bus.peakToMean == Approx(2.8710).margin(5e-5));
    CHECK(bus.peakMinuteRps == Approx(3.3363).margin(5e-5));
}

TEST_CASE("failing calls are tried again up to the number of retries") {
    CHECK(attemptsPerCall(exactOf(0.02), 2) == exactOf(1.0204));
    CHECK(attemptsPerCall(exactOf(0.5), 2) == exactOf(1.75));
    CHECK(attemptsPerCall(1, 2) == 3);
    CHECK(attemptsPerCall(0, 5) == 1);
    const Design design =
        services({"a", "b"}).call("a", "b", 2, {{"failureShare", 0.5}, {"retries", 2.0}}).entry("a", 100).design;
    CHECK(monthly(flowOf(design, {}), "b") == 350);
}

TEST_CASE("retries of three layers multiply to 27 attempts at the last") {
    const FieldValues twice{{"failureShare", 1.0}, {"retries", 2.0}};
    const Design design = services({"a", "b", "c", "d"})
                              .call("a", "b", 1, twice)
                              .call("b", "c", 1, twice)
                              .call("c", "d", 1, twice)
                              .entry("a", 1)
                              .design;
    CHECK(monthly(flowOf(design, {}), "d") == 27);
}

TEST_CASE("a bus delivers to every receiver whose rule matches") {
    const Design design = services({"bus", "x", "y", "z"})
                              .send("bus", "x", 0.3)
                              .send("bus", "y", 0.5)
                              .send("bus", "z", 1)
                              .entry("bus", 1'000'000)
                              .design;
    const Flow flow = flowOf(design, {});
    CHECK(monthly(flow, "x") + monthly(flow, "y") + monthly(flow, "z") == 1'800'000);
    CHECK(monthly(flow, "bus") == 1'000'000);
}

TEST_CASE("a damped circle is solved exactly") {
    const Design design =
        services({"a", "b", "c"}).call("a", "b", 2).call("b", "a", 0.3).call("b", "c", 1).entry("a", 100).design;
    const Flow flow = flowOf(design, {});
    CHECK(flow.loads.at({"a"}).scaled == 250);
    CHECK(flow.loads.at({"b"}).scaled == 500);
    CHECK(flow.loads.at({"c"}).scaled == 500);
    REQUIRE(flow.cycles.size() == 1);
    CHECK(flow.cycles[0].gain == 0.6);
    CHECK(flow.cycles[0].members == std::vector<ServiceId>{{"a"}, {"b"}});
    CHECK(flow.cycles[0].leftOut.empty());
}

TEST_CASE("a circle that feeds itself loses the connections that lead back") {
    const Design design =
        services({"a", "b", "c"}).call("a", "b", 2).call("b", "a", 0.5).call("b", "c", 1).entry("a", 100).design;
    const Flow flow = flowOf(design, {});
    CHECK(flow.loads.at({"a"}).scaled == 100);
    CHECK(flow.loads.at({"b"}).scaled == 200);
    CHECK(flow.loads.at({"c"}).scaled == 200);
    REQUIRE(flow.cycles.size() == 1);
    CHECK(flow.cycles[0].gain == 1);
    CHECK(flow.cycles[0].leftOut == std::vector<ConnectionId>{{"c2"}});
    CHECK(flow.callsAtDrawn.at({"c2"}) == 0);
}

TEST_CASE("a service that calls itself is a circle of one") {
    const Flow damped = flowOf(services({"a"}).call("a", "a", 0.5).entry("a", 100).design, {});
    CHECK(damped.loads.at({"a"}).scaled == 200);
    CHECK(damped.cycles.at(0).gain == 0.5);
    const Flow endless = flowOf(services({"a"}).call("a", "a", 1).entry("a", 100).design, {});
    CHECK(endless.loads.at({"a"}).scaled == 100);
    CHECK(endless.cycles.at(0).leftOut == std::vector<ConnectionId>{{"c1"}});
}

TEST_CASE("two circles through one service are judged by their largest eigenvalue") {
    // Products 0.6 and 0.3 through a: the eigenvalue is sqrt(0.9) and the load converges.
    const Design damped = services({"a", "b", "c"})
                              .call("a", "b", 2)
                              .call("b", "a", 0.3)
                              .call("a", "c", 1)
                              .call("c", "a", 0.3)
                              .entry("a", 10)
                              .design;
    const Flow flow = flowOf(damped, {});
    CHECK(flow.loads.at({"a"}).scaled == 100);
    CHECK(flow.cycles.at(0).gain == Approx(0.948683).margin(1e-6));
    const Design endless = services({"a", "b", "c"})
                               .call("a", "b", 2)
                               .call("b", "a", 0.3)
                               .call("a", "c", 1)
                               .call("c", "a", 0.4)
                               .entry("a", 10)
                               .design;
    CHECK(flowOf(endless, {}).loads.at({"a"}).scaled == 10);
    CHECK(flowOf(endless, {}).cycles.at(0).leftOut == std::vector<ConnectionId>{{"c2"}, {"c4"}});
}

TEST_CASE("a circle of dozens of services with short cuts is solved exactly") {
    constexpr int kServices = 60;
    DesignBuilder builder;
    const auto name = [](int at) { return "s" + std::to_string(100 + at % kServices); };
    for (int at = 0; at < kServices; ++at) {
        builder.service(name(at));
    }
    for (int at = 0; at < kServices; ++at) {
        builder.call(name(at), name(at + 1), 0.5);
        builder.call(name(at), name(at + 7), 0.3);
    }
    const Flow flow = flowOf(builder.entry("s100", 1'000).design, {});
    REQUIRE(flow.cycles.size() == 1);
    CHECK(flow.cycles[0].leftOut.empty());
    // What comes in equals what is lost: each service passes on 0.8 of its load, so the sum of loads is 1,000 / 0.2.
    Exact sum = 0;
    for (const auto& [id, load] : flow.loads) {
        sum += load.scaled;
    }
    CHECK(sum == 5'000);
    // With a gain of exactly 1 no load converges, however large the circle.
    DesignBuilder endless;
    for (int at = 0; at < kServices; ++at) {
        endless.service(name(at));
    }
    for (int at = 0; at < kServices; ++at) {
        endless.call(name(at), name(at + 1), 0.5);
        endless.call(name(at), name(at + 7), 0.5);
    }
    CHECK_FALSE(flowOf(endless.entry("s100", 1'000).design, {}).cycles.at(0).leftOut.empty());
}

TEST_CASE("a circle of hundreds of services is solved") {
    DesignBuilder builder;
    for (int i = 0; i < 300; ++i) {
        builder.service("s" + std::to_string(100 + i));
    }
    for (int i = 0; i < 300; ++i) {
        builder.call("s" + std::to_string(100 + i), "s" + std::to_string(100 + (i + 1) % 300), i == 299 ? 0.5 : 1);
    }
    const Flow flow = flowOf(builder.entry("s100", 100).design, {});
    CHECK(flow.loads.at({"s100"}).scaled == 200);
    CHECK(flow.loads.at({"s399"}).scaled == 200);
}

TEST_CASE("entries of jobs keep their number while the others grow") {
    const Design design = services({"api", "nightly", "db"})
                              .data("api", "db", 2)
                              .data("nightly", "db", 100)
                              .entry("api", 1000)
                              .backgroundEntry("nightly", 30, "batch-window")
                              .design;
    const Flow flow = flowOf(design, {{{"nightly"}, 730}});
    CHECK(flow.loads.at({"db"}).scaled == 2000);
    CHECK(flow.loads.at({"db"}).fixed == 3000);
    CHECK(flow.loads.at({"nightly"}).scaled == 0);
    CHECK(flow.requestsPerMonth == 1000);
}

TEST_CASE("a job that nothing starts runs by its own schedule") {
    const Flow flow = flowOf(services({"nightly"}).design, {{{"nightly"}, 730}});
    CHECK(flow.loads.at({"nightly"}).fixed == 730);
    CHECK(flow.loads.at({"nightly"}).outside.empty());
}

TEST_CASE("services without traffic have a load of zeros") {
    const Flow flow = flowOf(services({"idle"}).design, {});
    CHECK(flow.loads.at({"idle"}).scaled == 0);
    CHECK(flow.loads.at({"idle"}).peakToMean == 0);
    CHECK(flow.loads.at({"idle"}).peakMinuteRps == 0);
}

TEST_CASE("a queue fills in the busy hours and empties later") {
    const std::vector<double> arrivals{1000, 5000, 4000, 1000, 500, 500, 500};
    CHECK(backlogOf(arrivals, 2000) == std::vector<double>{0, 3000, 5000, 4000, 2500, 1000, 0});
}
