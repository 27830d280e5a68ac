// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/helm_exporter.h"

#include "core/export/kubernetes/kubernetes_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"
#include "tests/support/golden.h"
#include "tests/support/sample_designs.h"

using namespace tideline;
using namespace tideline::test;

namespace {

std::vector<ExportFile> filesOf(Design design) {
    const auto bundle = buildHelm(shippedAnalysis(std::move(design)), shippedExportOptions());
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return bundle->files;
}

}  // namespace

TEST_CASE("the order platform becomes the chart that a person has read", "[helm][golden]") {
    CHECK(differencesFromGolden("helm/order-platform", filesOf(orderPlatform())) == "");
}

TEST_CASE("every kind becomes the chart that a person has read", "[helm][golden]") {
    CHECK(differencesFromGolden("helm/every-kind", filesOf(everyKindInCore())) == "");
}

TEST_CASE("every option becomes the chart that a person has read", "[helm][golden]") {
    CHECK(differencesFromGolden("helm/every-option", filesOf(everyOptionInCore())) == "");
}

TEST_CASE("an edge site becomes the chart that a person has read", "[helm][golden]") {
    CHECK(differencesFromGolden("helm/edge-site", filesOf(edgeSiteInCore())) == "");
}

TEST_CASE("a chart without its files is refused with what is missing", "[helm]") {
    const auto bundle = buildHelm(shippedAnalysis(orderPlatform()), ExportOptions{});
    REQUIRE(!bundle);
    CHECK(describe(bundle.error()) ==
          "the files of the chart are not here; name the folder that holds templates by --data");
}

TEST_CASE("a stream behind a broker of the cluster is exported and says who has to feed it", "[helm][kubernetes]") {
    DesignBuilder builder;
    builder.service("devices", "iot-ingest", Host::Kubernetes)
        .service("readings", "event-stream", Host::Kubernetes)
        .send("devices", "readings", 1);
    const Analysis analysis = shippedAnalysis(builder.design);
    for (const auto& bundle : {buildHelm(analysis, shippedExportOptions()), buildKubernetes(analysis, {})}) {
        REQUIRE(bundle);
        CHECK(
            std::ranges::count(bundle->notes,
                               "'readings' does not fetch what 'devices' carries: Kafka's brokers fetch nothing. Draw "
                               "a worker between them, or run Kafka Connect",
                               &ExportNote::message) == 1);
    }
}
