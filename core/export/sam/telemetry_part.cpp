// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/telemetry_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/telemetry.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

/// Languages that a layer of the AWS Distro for OpenTelemetry instruments as our scaffolds are built. Those in
/// TypeScript are bundled by esbuild, whose exports a layer cannot wrap (aws-otel.github.io, Lambda for JavaScript);
/// Go, Rust and C# start their SDK in the code.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLayers{
    {{"python", "TelemetryLayerPython"}, {"java", "TelemetryLayerJava"}}};

constexpr const char* kWrapper = "/opt/otel-instrument";

bool isOn(const SamBuild& build) {
    return build.plan->bridge.settings.otelCollector;
}

/// The parameter that takes the layer of the language; empty where there is none.
std::string layerParameter(const SamLanguage& language) {
    const auto row = std::ranges::find(kLayers, language.key, [](const auto& layer) { return layer.first; });
    return row == kLayers.end() ? std::string() : std::string(row->second);
}

/// Condition that the layer is given.
std::string givenLayer(SamBuild& build, const std::string& parameter) {
    build.tmpl.use(parameter);
    return build.tmpl.whenGiven(parameter);
}

}  // namespace

YamlMembers telemetryVariables(SamBuild& build, const SamService& service, const SamLanguage& language) {
    YamlMembers variables;
    if (!isOn(build)) {
        return variables;
    }
    for (const auto& [name, value] : telemetryEnvironment(build.plan->bridge.settings, *service.profile, service.slug,
                                                          {.endpoint = "", .protocol = "http/protobuf"})) {
        const bool isEndpoint = name == "OTEL_EXPORTER_OTLP_ENDPOINT";
        variables.emplace_back(name, isEndpoint ? build.tmpl.use("OtlpEndpoint") : YamlValue(value));
    }
    if (const std::string parameter = layerParameter(language); !parameter.empty()) {
        variables.emplace_back("AWS_LAMBDA_EXEC_WRAPPER", cfnOnlyIf(givenLayer(build, parameter), kWrapper));
    }
    return variables;
}

void setTelemetryLayer(SamBuild& build, const SamLanguage& language, YamlValue& properties) {
    const std::string parameter = layerParameter(language);
    if (isOn(build) && !parameter.empty()) {
        properties.set("Layers", cfnOnlyIf(givenLayer(build, parameter), YamlList{cfnRef(parameter)}));
    }
}

}  // namespace tideline
