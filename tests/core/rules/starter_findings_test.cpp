// SPDX-License-Identifier: Apache-2.0
#include "core/file/design_file.h"
#include "core/rules/rules.h"
#include "tests/support/catch.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

std::string subjectOf(const Finding& finding) {
    if (const ServiceId* service = std::get_if<ServiceId>(&finding.subject)) {
        return service->text;
    }
    const ConnectionId* connection = std::get_if<ConnectionId>(&finding.subject);
    return connection != nullptr ? connection->text : "design";
}

/// "rule subject" of each finding of a starter design, in the order in which a person sees them.
std::vector<std::string> findingsOfStarter(const std::string& key) {
    std::vector<std::string> lines;
    for (const SourceText& file : test::shippedFiles("templates/designs", ".tideline")) {
        if (file.name != "designs/" + key + ".tideline") {
            continue;
        }
        const Figures figures =
            figuresOf(readDesign(file)->design, test::shippedCatalog(), test::shippedPrices(), {.points = 2});
        for (const Finding& finding : findingsOf(figures)) {
            lines.push_back(finding.rule + " " + subjectOf(finding));
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("the order platform has the findings that its story tells", "[rules]") {
    CHECK(findingsOfStarter("order-platform") == std::vector<std::string>{
                                                     "placement.duration-over-function-limit etl",
                                                     "data.no-backup orders-db",
                                                     "data.shared-database orders-db",
                                                     "network.chatty-boundary c23",
                                                     "network.chatty-boundary c24",
                                                     "network.sync-cross-boundary c21",
                                                     "cost.no-price mail",
                                                     "observability.two-stacks design",
                                                     "operability.two-deploy-systems design",
                                                 });
}

TEST_CASE("scenario A has nothing to find", "[rules]") {
    CHECK(findingsOfStarter("scenario-a-100k").empty());
}

TEST_CASE("scenario B pays for a NAT gateway and would be cheaper on Kubernetes", "[rules]") {
    CHECK(findingsOfStarter("scenario-b-50m") ==
          std::vector<std::string>{"network.nat-for-function api", "cost.cheaper-host api"});
}

TEST_CASE("the telemetry design shows what goes wrong with delivery", "[rules]") {
    CHECK(findingsOfStarter("iot-and-webhooks") == std::vector<std::string>{
                                                       "events.no-dead-letter c2",
                                                       "placement.local-state-on-edge enrich",
                                                       "data.shared-database readings",
                                                       "cost.no-price alerts",
                                                       "cost.no-price crm",
                                                       "cost.no-price ingest",
                                                   });
}
