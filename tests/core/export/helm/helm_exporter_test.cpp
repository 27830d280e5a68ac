// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/helm_exporter.h"

#include "tests/support/catch.h"
#include "tests/support/export_samples.h"
#include "tests/support/golden.h"
#include "tests/support/sample_designs.h"

using namespace tideline;
using namespace tideline::test;

namespace {

void checkGolden(const std::string& name, Design design) {
    const auto bundle = buildHelm(shippedAnalysis(std::move(design)), shippedExportOptions());
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    for (const std::string& difference : differencesFromGolden("helm/" + name, bundle->files)) {
        CHECK(difference == "");
    }
}

}  // namespace

TEST_CASE("the order platform becomes the chart that a person has read", "[helm][golden]") {
    checkGolden("order-platform", orderPlatform());
}

TEST_CASE("every kind becomes the chart that a person has read", "[helm][golden]") {
    checkGolden("every-kind", everyKindInCore());
}

TEST_CASE("a chart without its files is refused with what is missing", "[helm]") {
    const auto bundle = buildHelm(shippedAnalysis(orderPlatform()), ExportOptions{});
    REQUIRE(!bundle);
    CHECK(describe(bundle.error()) ==
          "the files of the chart are not here; name the folder that holds templates by --data");
}
