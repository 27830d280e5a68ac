// SPDX-License-Identifier: Apache-2.0
#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

using namespace tideline;
using test::DesignBuilder;

namespace {

Bill billOf(const Design& design) {
    return billAt(design, test::shippedCatalog(), test::shippedPrices(), requestsPerMonth(design));
}

Exact dollarsOf(const Bill& bill, const std::string& key) {
    Exact dollars = 0;
    for (const BillLine& line : bill.lines) {
        if (line.key == key || line.key.starts_with(key + "/")) {
            dollars += line.exact;
        }
    }
    return dollars;
}

Exact unitsOf(const Bill& bill, const std::string& key) {
    for (const BillLine& line : bill.lines) {
        if (line.key == key) {
            return line.units;
        }
    }
    return -1;
}

Design worker(double batch, double windowS) {
    return DesignBuilder()
        .service("queue", "message-queue", Host::Managed)
        .service("worker", "queue-worker", Host::Function,
                 {{"durationMs", 50.0}, {"functionMemoryMb", 512.0}, {"batchSize", batch}, {"batchWindowS", windowS}})
        .send("queue", "worker", 1)
        .entry("queue", 20'000'000)
        .design;
}

}  // namespace

TEST_CASE("a worker that gathers ten messages is started a tenth as often", "[T6]") {
    const Bill gathered = billOf(worker(10, 5));
    CHECK(unitsOf(gathered, "worker/requests") == 2'000'000);
    CHECK(dollarsOf(gathered, "worker/requests") + dollarsOf(gathered, "worker/gbSeconds") == exactOf(7.333368));
    const Exact singly = exactOf(13.33338);
    const Bill oneByOne = billOf(worker(1, 0));
    CHECK(dollarsOf(oneByOne, "worker/requests") + dollarsOf(oneByOne, "worker/gbSeconds") == singly);
    // A window in which no second message comes gathers nothing.
    const Bill impatient = billOf(worker(10, 0.1));
    CHECK(dollarsOf(impatient, "worker/requests") + dollarsOf(impatient, "worker/gbSeconds") == singly);
}

TEST_CASE("a cache that answers nine of ten reads leaves 0.3 queries a request", "[T8]") {
    const Design design = DesignBuilder()
                              .service("api")
                              .service("db", "relational-database", Host::Managed)
                              .data("api", "db", 3 * (1 - 0.9))
                              .entry("api", 1'000'000)
                              .design;
    const Figures figures = figuresOf(design, test::shippedCatalog(), test::shippedPrices());
    CHECK(approximately(figures.flow.loads.at({"db"}).scaled) == Approx(300'000));
}

TEST_CASE("sessions of half an hour are open 82 at a time and 246 in the busiest hour", "[T10]") {
    const Design design = DesignBuilder()
                              .service("chat", "websocket-server", Host::Kubernetes, {{"sessionMinutes", 30.0}})
                              .entry("chat", 120'000, "business-hours")
                              .design;
    const Figures figures = figuresOf(design, test::shippedCatalog(), test::shippedPrices());
    const Capacity& chat = figures.capacities.at({"chat"});
    CHECK(chat.openSessions == Approx(82.19).margin(0.005));
    CHECK(chat.openSessionsAtPeak == Approx(246.44).margin(0.005));
}

TEST_CASE("456 small records a second fit into one shard", "[T14]") {
    const auto stream = [](double perSecond, double payloadKb) {
        return DesignBuilder()
            .service("stream", "event-stream", Host::Managed, {{"payloadKb", payloadKb}, {"shards", 1.0}})
            .entry("stream", perSecond * kSecondsPerMonth / 1.25)  // the busiest hour of the steady profile
            .design;
    };
    CHECK(unitsOf(billOf(stream(456.6, 0.5)), "stream/shardHours") == 730);
    CHECK(unitsOf(billOf(stream(1456.6, 0.5)), "stream/shardHours") == 2 * 730);
    CHECK(unitsOf(billOf(stream(456.6, 5)), "stream/shardHours") == 3 * 730);  // 2.2 MiB a second
}

TEST_CASE("messages sent singly and received by ten cost 1.2 operations each", "[T21]") {
    const Design design = DesignBuilder()
                              .service("queue", "message-queue", Host::Managed,
                                       {{"payloadKb", 4.0},
                                        {"sendBatch", 1.0},
                                        {"receiveBatch", 10.0},
                                        {"deleteBatch", 10.0},
                                        {"idlePolls", 0.0},
                                        {"ordered", false}})
                              .entry("queue", 2'000'000)
                              .design;
    const Bill bill = billOf(design);
    CHECK(unitsOf(bill, "queue/queueOperations") == 2'400'000);
    CHECK(dollarsOf(bill, "queue/queueOperations") == exactOf(0.96));
}

TEST_CASE("services that share a price share it out to the last micro-unit") {
    DesignBuilder builder;
    for (const char* id : {"a", "b", "c"}) {
        builder.service(id, "http-api", Host::Function, {{"durationMs", 1.0}, {"frontDoor", std::string("none")}});
        builder.entry(id, 111'111);
    }
    const Bill bill = billOf(builder.design);
    Exact exact = 0;
    std::vector<Money> shares;
    Money sum;
    for (const BillLine& line : bill.lines) {
        if (line.meter == "requests") {
            exact += line.exact;
            shares.push_back(line.monthly);
            sum += line.monthly;
        }
    }
    // 0.0222222 each: rounded one by one they would be 0.066666, but the account pays 0.0666666.
    CHECK(exact == exactOf(0.0666666));
    CHECK(sum == Money{66'667});
    CHECK(shares == std::vector<Money>{{22'223}, {22'222}, {22'222}});
}

TEST_CASE("money beyond all reason stops at the limit instead of turning negative") {
    CHECK(roundedMoney(exactOf("1e30")) == Money{Money::kMost});
    CHECK(roundedMoney(exactOf("-1e30")) == Money{-Money::kMost});
    CHECK((roundedMoney(exactOf("1e30")) + Money{5}).isAtLimit());
    const Money most{Money::kMost};
    CHECK((most + most).micros == Money::kMost);
    CHECK_FALSE(Money{1}.isAtLimit());
}
