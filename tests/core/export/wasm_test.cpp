// SPDX-License-Identifier: Apache-2.0
// Components and Workers beside the functions that they call, and what their field of a language means.
#include "core/export/sam/sam_exporter.h"
#include "core/export/wasm/wasm_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

using namespace tideline;
using namespace tideline::test;

namespace {

/// A component that calls a function, which another function calls as well.
Design frontBeforeQuote(FieldValues fields = {}) {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("front", "edge-http-handler", Host::Wasm)
        .service("quote", "http-api", Host::Function, std::move(fields))
        .service("nightly", "scheduled-job", Host::Function)
        .call("front", "quote", 1)
        .call("nightly", "quote", 1);
    return builder.design;
}

ExportBundle wasmOf(const Design& design) {
    return *buildWasm(shippedAnalysis(design), shippedExportOptions());
}

}  // namespace

TEST_CASE("a function that a component calls has a route behind the same authorizer and limits as others",
          "[sam][wasm]") {
    const auto stack = buildSam(shippedAnalysis(frontBeforeQuote()), {});
    const YAML::Node resources = YAML::Load(textOf(stack, "template.yaml"))["Resources"];
    const YAML::Node route = resources["QuoteFunction"]["Properties"]["Events"]["Root"]["Properties"];
    CHECK(route["Path"].as<std::string>() == "/quote");
    CHECK_FALSE(route["Auth"]);
    const YAML::Node api = resources["ApiHttp"]["Properties"];
    CHECK(api["Auth"]["DefaultAuthorizer"].as<std::string>() == "AWS_IAM");
    CHECK(api["DefaultRouteSettings"]["ThrottlingRateLimit"].as<int>() > 0);
    CHECK(tells(wasmOf(frontBeforeQuote()), "'quote' lets in requests that are signed with keys of AWS, and 'front' "
                                            "signs none"));
}

TEST_CASE("a component is told what else keeps it from a function", "[wasm]") {
    CHECK(tells(wasmOf(frontBeforeQuote({{"exposure", std::string("private")}})),
                "'quote' is private and has no address"));
    Design tokens = frontBeforeQuote();
    tokens.settings.exports["samAuthorizer"] = std::string("jwt");
    CHECK(tells(wasmOf(tokens), "the API before 'quote' wants a token of its issuer"));
    DesignBuilder hook;
    hook.service("front", "edge-http-handler", Host::Wasm).service("hook", "webhook-handler", Host::Function);
    hook.call("front", "hook", 1);
    CHECK_FALSE(tells(wasmOf(hook.design), "'hook'"));  // it checks the signature of its caller itself
}

TEST_CASE("a language that is asked for on WebAssembly is told to be that of functions", "[wasm]") {
    DesignBuilder builder;
    builder.service("front", "edge-http-handler", Host::Wasm, {{"runtime", std::string("go")}})
        .service("plain", "edge-http-handler", Host::Wasm);
    const ExportBundle bundle = wasmOf(builder.design);
    CHECK(tells(bundle,
                "'front' asks for the language go, which is that of a function: on WebAssembly it is written in "
                "JavaScript"));
    CHECK_FALSE(tells(bundle, "'plain' asks"));
}
