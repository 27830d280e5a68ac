// SPDX-License-Identifier: Apache-2.0
#include "core/export/runbook/runbook_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

using namespace tideline;
using namespace tideline::test;

namespace {

/// The row of a service's page that begins so.
std::string rowOf(const ExportBundle& bundle, const std::string& service, const std::string& question) {
    const std::string text = textOf(bundle, service + "/RUNBOOK.md");
    const std::size_t at = text.find("| " + question + " | ");
    REQUIRE(at != std::string::npos);
    const std::size_t start = at + question.size() + 5;
    return text.substr(start, text.find(" |\n", start) - start);
}

}  // namespace

TEST_CASE("a runbook names what a service needs and who needs it", "[runbook]") {
    DesignBuilder builder;
    builder.service("shop")
        .service("orders-db", "relational-database")
        .service("queue", "message-queue")
        .service("packing", "queue-worker")
        .service("mailer", "email-sender", Host::Function)
        .data("shop", "orders-db", 1)
        .send("shop", "queue", 1)
        .send("queue", "packing", 1)
        .send("shop", "mailer", 1);
    const ExportBundle bundle = *buildRunbook(shippedAnalysis(builder.design), {});
    const std::string needs = "It cannot work without";
    const std::string notice = "When it fails, these notice";
    CHECK(rowOf(bundle, "shop", needs) == "orders-db, queue");
    CHECK(rowOf(bundle, "shop", notice) == "nobody");
    CHECK(rowOf(bundle, "queue", needs) == "nobody");
    CHECK(rowOf(bundle, "queue", notice) == "packing, shop");
    CHECK(rowOf(bundle, "packing", needs) == "queue");
    CHECK(rowOf(bundle, "packing", notice) == "nobody");
    CHECK(rowOf(bundle, "mailer", notice) == "nobody");  // what is sent to it waits in its queue
}
