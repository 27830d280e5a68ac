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
        DesignBuilder builder;
        builder.service("source", "webhook-handler", Host::Function, {{"frontDoor", std::string("none")}})
            .service("stream", "event-stream", Host::Managed, {{"shards", shards}})
            .service("reader", "stream-processor", Host::Function, {{"batchWindowS", 1.0}})
            .send("source", "stream", 1)
            .send("stream", "reader", 1)
            .entry("source", 26'280'000);
        return lineOf(builder.design, "reader/requests").units;
    };
    CHECK(readings(1) == 2'628'000);
    CHECK(readings(4) == 10'512'000);
}
