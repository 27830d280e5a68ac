// SPDX-License-Identifier: Apache-2.0
// Istio in ambient mode: what pods say to each other arrives on one port, whoever opened the way.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

TEST_CASE("a drawn collector is reached over the mesh by services before and after it", "[kubernetes][network]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("alpha", "http-api").service("collector", "telemetry-collector").service("zulu", "http-api");
    builder.design.settings.exports = {{"istioAmbient", true}};
    const Result<ExportBundle> bundle = buildKubernetes(shippedAnalysis(builder.design), {});
    int callers = 0;
    for (const YAML::Node& object : YAML::LoadAll(textOf(bundle, "base/collector.yaml"))) {
        if (object["kind"].as<std::string>() != "NetworkPolicy") {
            continue;
        }
        for (const YAML::Node& rule : object["spec"]["ingress"]) {
            std::vector<int> ports;
            for (const YAML::Node& port : rule["ports"]) {
                ports.push_back(port["port"].as<int>());
            }
            if (std::ranges::find(ports, 4317) == ports.end()) {
                continue;
            }
            ++callers;
            CAPTURE(YAML::Dump(rule));
            CHECK(std::ranges::find(ports, 15008) != ports.end());
        }
    }
    CHECK(callers == 2);
}
