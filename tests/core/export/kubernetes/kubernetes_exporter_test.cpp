// SPDX-License-Identifier: Apache-2.0
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
    const auto bundle = buildKubernetes(shippedAnalysis(std::move(design)), ExportOptions{});
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return bundle->files;
}

}  // namespace

TEST_CASE("the order platform becomes the manifests that a person has read", "[kubernetes][golden]") {
    CHECK(differencesFromGolden("kubernetes/order-platform", filesOf(orderPlatform())) == "");
}

TEST_CASE("every kind becomes the manifests that a person has read", "[kubernetes][golden]") {
    CHECK(differencesFromGolden("kubernetes/every-kind", filesOf(everyKindInCore())) == "");
}

TEST_CASE("every option becomes the manifests that a person has read", "[kubernetes][golden]") {
    CHECK(differencesFromGolden("kubernetes/every-option", filesOf(everyOptionInCore())) == "");
}

TEST_CASE("an edge site becomes the manifests that a person has read", "[kubernetes][golden]") {
    CHECK(differencesFromGolden("kubernetes/edge-site", filesOf(edgeSiteInCore())) == "");
}

TEST_CASE("a design with nothing in the core has no manifests and says so", "[kubernetes]") {
    DesignBuilder builder;
    builder.service("api", "http-api", Host::Function).service("edge", "auth-callback", Host::Wasm);
    const ExportBundle bundle = buildKubernetes(shippedAnalysis(builder.design), ExportOptions{}).value();
    CHECK(bundle.files.empty());
    REQUIRE(bundle.notes.size() == 2);
    CHECK(bundle.notes[0].message == "no service runs on Kubernetes; there is nothing to export");
    CHECK(bundle.notes[1].message == "'edge' runs on WebAssembly, which this target does not take; it is not exported");
}

TEST_CASE("an export is the same twice", "[kubernetes]") {
    const auto first = buildKubernetes(shippedAnalysis(everyKindInCore()), ExportOptions{}).value();
    CHECK(buildKubernetes(shippedAnalysis(everyKindInCore()), ExportOptions{}).value().files == first.files);
}
