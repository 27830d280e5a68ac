// SPDX-License-Identifier: Apache-2.0
// Functions tell where their traces belong, as pods do.
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;
using namespace tideline::test;

namespace {

YAML::Node templateOf(const Design& design) {
    return YAML::Load(textOf(buildSam(shippedAnalysis(design), {}), "template.yaml"));
}

Design hooks(bool hasCollector) {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("hook", "webhook-handler", Host::Function, {{"runtime", std::string("python")}})
        .service("mail", "email-sender", Host::Function, {{"runtime", std::string("nodejs")}})
        .entry("hook", 1000);
    builder.design.settings.exports = {{"otelCollector", hasCollector}};
    return builder.design;
}

YAML::Node variablesOf(const YAML::Node& stack, const std::string& function) {
    return stack["Resources"][function]["Properties"]["Environment"]["Variables"];
}

}  // namespace

TEST_CASE("functions tell where their traces go and what they belong to", "[sam][telemetry]") {
    const YAML::Node stack = templateOf(hooks(true));
    const YAML::Node variables = variablesOf(stack, "HookFunction");
    CHECK(variables["OTEL_SERVICE_NAME"].as<std::string>() == "hook");
    CHECK(variables["OTEL_EXPORTER_OTLP_ENDPOINT"].as<std::string>() == "OtlpEndpoint");
    CHECK(variables["OTEL_EXPORTER_OTLP_PROTOCOL"].as<std::string>() == "http/protobuf");
    CHECK(variables["OTEL_PROPAGATORS"].as<std::string>() == "tracecontext,baggage,xray");
    CHECK(variables["OTEL_RESOURCE_ATTRIBUTES"].as<std::string>() == "service.namespace=shop");
    CHECK(stack["Parameters"]["OtlpEndpoint"]["Default"].as<std::string>() == "http://localhost:4318");
}

TEST_CASE("a layer instruments functions where the deployer names one for their language", "[sam][telemetry]") {
    const YAML::Node stack = templateOf(hooks(true));
    const YAML::Node layers = stack["Resources"]["HookFunction"]["Properties"]["Layers"];
    REQUIRE(layers.size() == 3);  // !If
    CHECK(layers[0].as<std::string>() == "HasTelemetryLayerPython");
    CHECK(layers[1][0].as<std::string>() == "TelemetryLayerPython");
    CHECK(variablesOf(stack, "HookFunction")["AWS_LAMBDA_EXEC_WRAPPER"][1].as<std::string>() == "/opt/otel-instrument");
    CHECK(stack["Parameters"]["TelemetryLayerPython"]["Default"].as<std::string>().empty());
    CHECK_FALSE(stack["Resources"]["MailFunction"]["Properties"]["Layers"]);
    CHECK_FALSE(variablesOf(stack, "MailFunction")["AWS_LAMBDA_EXEC_WRAPPER"]);
    CHECK(variablesOf(stack, "MailFunction")["OTEL_SERVICE_NAME"].as<std::string>() == "mail");
    CHECK_FALSE(stack["Parameters"]["TelemetryLayerJava"]);
}

TEST_CASE("without a collector functions say nothing of traces", "[sam][telemetry]") {
    const YAML::Node stack = templateOf(hooks(false));
    CHECK_FALSE(variablesOf(stack, "HookFunction")["OTEL_SERVICE_NAME"]);
    CHECK_FALSE(stack["Parameters"]["OtlpEndpoint"]);
}
