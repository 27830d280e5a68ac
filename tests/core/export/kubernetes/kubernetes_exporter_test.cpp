// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/kubernetes_exporter.h"

#include "tests/support/catch.h"
#include "tests/support/export_samples.h"
#include "tests/support/golden.h"
#include "tests/support/sample_designs.h"

using namespace tideline;
using namespace tideline::test;

namespace {

void checkGolden(const std::string& name, Design design) {
    const auto bundle = buildKubernetes(shippedAnalysis(std::move(design)), ExportOptions{});
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    for (const std::string& difference : differencesFromGolden("kubernetes/" + name, bundle->files)) {
        CHECK(difference == "");
    }
}

}  // namespace

TEST_CASE("the order platform becomes the manifests that a person has read", "[kubernetes][golden]") {
    checkGolden("order-platform", orderPlatform());
}

TEST_CASE("every kind becomes the manifests that a person has read", "[kubernetes][golden]") {
    checkGolden("every-kind", everyKindInCore());
}
