// SPDX-License-Identifier: Apache-2.0
// Functions that others call and wait for, beside what else starts them.
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;
using namespace tideline::test;

namespace {

Design refunds() {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("refund", "workflow", Host::Function)
        .service("letters", "pdf-generator", Host::Function, {{"runtime", std::string("python")}})
        .service("quote", "http-api", Host::Function)
        .service("till", "http-api", Host::Function)
        .call("refund", "letters", 1)
        .call("till", "quote", 1)
        .entry("quote", 1'000)
        .entry("till", 1'000);
    return builder.design;
}

}  // namespace

TEST_CASE("what a caller passes reaches the work without an envelope", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(refunds()), {});
    for (const std::string service : {"letters", "quote"}) {
        CAPTURE(service);
        CHECK(textOf(bundle, "src/" + service + "/app.py").find("return on_call(event)") != std::string::npos);
    }
    CHECK(textOf(bundle, "src/quote/app.py").find("return on_request(event)") != std::string::npos);
    CHECK(textOf(bundle, "src/till/app.py").find("on_call") == std::string::npos);
}

TEST_CASE("a worker that is only called gets no queue that nobody fills", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(refunds()), {});
    const YAML::Node resources = YAML::Load(textOf(bundle, "template.yaml"))["Resources"];
    CHECK_FALSE(resources["LettersQueue"]);
    CHECK_FALSE(resources["LettersInputBucket"]);
    REQUIRE(resources["LettersFunction"]);
}
