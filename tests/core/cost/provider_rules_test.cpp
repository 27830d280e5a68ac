// SPDX-License-Identifier: Apache-2.0
// Rules of the providers that no published case holds: each sum is written out.
#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

Bill billOf(const Design& design) {
    return billAt(design, shippedCatalog(), shippedPrices(), requestsPerMonth(design));
}

BillLine lineOf(const Design& design, std::string_view key) {
    const Bill bill = billOf(design);
    CAPTURE(key);
    const auto line = std::ranges::find(bill.lines, key, &BillLine::key);
    REQUIRE(line != bill.lines.end());
    return *line;
}

/// A function that reads a stream and waits a second for its batches.
Design streamRead(FieldValues stream, double monthly, std::string profile = "steady") {
    return DesignBuilder()
        .service("source", "webhook-handler", Host::Function, {{"frontDoor", std::string("none")}})
        .service("stream", "event-stream", Host::Managed, std::move(stream))
        .service("reader", "stream-processor", Host::Function, {{"batchWindowS", 1.0}})
        .send("source", "stream", 1)
        .send("stream", "reader", 1)
        .entry("source", monthly, std::move(profile))
        .design;
}

}  // namespace

TEST_CASE("the fee of Auto Mode is due on GPU nodes too", "[cost]") {
    DesignBuilder builder;
    builder.service("llm", "llm-serving").entry("llm", 3'000'000);
    builder.design.settings.cluster.flavour = "eks-auto";
    const BillLine nodes = lineOf(builder.design, "llm/gpuNodeHours");
    const BillLine fee = lineOf(builder.design, "auto-mode/gpuNodeHours");
    CHECK(fee.exact == nodes.exact * 12 / 100);
    CHECK(fee.unit == "dollars of nodes");
    builder.design.settings.cluster.flavour = "eks-nodes";
    const Bill bill = billOf(builder.design);
    CHECK(std::ranges::count(bill.lines, "auto-mode", &BillLine::category) == 0);
}

TEST_CASE("messages of Durable Objects count by twenties, whatever their size", "[cost]") {
    DesignBuilder builder;
    builder
        .service("socket", "websocket-server", Host::Wasm,
                 {{"sessionMinutes", 30.0}, {"messagesPerMinute", 10.0}, {"payloadKb", 50.0}})
        .entry("socket", 1'000'000);
    CHECK(lineOf(builder.design, "socket/durableRequests").units == 15'000'000);
}

TEST_CASE("each shard of a stream is read in batches of its own", "[cost]") {
    // Ten records a second, one second of waiting: one batch a second, or one of each shard.
    const auto readings = [](double shards) {
        return lineOf(streamRead({{"shards", shards}}, 26'280'000), "reader/requests").units;
    };
    CHECK(readings(1) == 2'628'000);
    CHECK(readings(4) == 10'512'000);
}

TEST_CASE("shards that a stream gets for its load are read in batches of their own at every load", "[cost]") {
    const auto drawn = [](double shards) {
        return streamRead({{"shards", shards}, {"payloadKb", 30.0}}, 150'000'000, "spiky");
    };
    // The busiest hour needs more shards than one, and the bill has them; to draw them changes nothing.
    const double shards = approximately(lineOf(drawn(1), "stream/shardHours").units / 730);
    REQUIRE(shards > 4);
    CHECK(lineOf(drawn(shards), "reader/requests").units == lineOf(drawn(1), "reader/requests").units);
    CHECK(lineOf(drawn(2 * shards), "reader/requests").units > lineOf(drawn(1), "reader/requests").units);

    const CurveRange range{.from = 1e6, .to = 1e9, .points = 97};
    const Design design = drawn(2);
    const Curves curves = curvesOf(design, shippedCatalog(), shippedPrices(), range);
    REQUIRE(curves.curves.front().key == "as-designed");
    for (std::size_t at = 0; at < curves.requestsPerMonth.size(); ++at) {
        const double load = curves.requestsPerMonth[at];
        CAPTURE(load);
        const double exact = approximately(billAt(design, shippedCatalog(), shippedPrices(), load).exact);
        CHECK(curves.curves.front().monthly[at] == Approx(exact).epsilon(1e-9));
    }
}

TEST_CASE("an event over 256 KB counts as a request more for each begun 64 KB", "[cost]") {
    const auto mails = [](double kilobytes) {
        DesignBuilder builder;
        builder.service("api", "http-api", Host::Function)
            .service("bus", "event-bus", Host::Managed)
            .service("mail", "email-sender", Host::Function, {{"payloadKb", kilobytes}})
            .send("api", "bus", 1)
            .send("bus", "mail", 1)
            .entry("api", 1'000'000);
        return lineOf(builder.design, "mail/requests").units;
    };
    CHECK(mails(256) == 1'000'000);
    CHECK(mails(400) == 4'000'000);
    CHECK(mails(5'000) == 13'000'000);
}

TEST_CASE("a node is not billed by a price that is not for hours", "[cost]") {
    DesignBuilder builder;
    builder.service("api").service("llm", "llm-serving").entry("api", 1'000'000).entry("llm", 1'000'000);
    builder.design.settings.cluster.nodePrice = "aws.lambda.requests";
    builder.design.settings.cluster.gpuNode = "aws.sqs.standard";
    builder.design.settings.cluster.flavour = "eks-auto";
    for (const char* key : {"nodes/nodeHours", "llm/gpuNodeHours"}) {
        const BillLine line = lineOf(builder.design, key);
        CHECK(line.exact == 0);
        REQUIRE(line.dependsOn);
        CHECK(line.dependsOn->starts_with("depends on a price in hours that no price book has"));
    }
    const Bill bill = billOf(builder.design);
    for (const BillLine& line : bill.lines) {
        CHECK((line.category != "auto-mode" || line.exact == 0));
    }
}
