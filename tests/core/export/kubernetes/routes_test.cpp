// SPDX-License-Identifier: Apache-2.0
// Under which names services are reached from outside.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/wasm/wasm_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <set>

using namespace tideline;
using namespace tideline::test;

namespace {

Design ticker() {
    DesignBuilder builder;
    builder.design.title = "Ticker";
    builder.service("api")
        .service("quotes", "grpc-service")
        .service("rates", "grpc-service")
        .service("front", "edge-http-handler", Host::Wasm)
        .call("front", "api", 1)
        .entry("api", 1'000'000)
        .entry("quotes", 1'000'000)
        .entry("rates", 1'000'000);
    return builder.design;
}

}  // namespace

TEST_CASE("gRPC services share no host with others, and the gateway listens for theirs", "[kubernetes][routes]") {
    const Result<ExportBundle> bundle = buildKubernetes(shippedAnalysis(ticker()), {});
    std::set<std::string> hosts{
        objectIn(*bundle, "base/api.yaml", "HTTPRoute")["spec"]["hostnames"][0].as<std::string>()};
    for (const char* path : {"base/quotes.yaml", "base/rates.yaml"}) {
        const YAML::Node spec = objectIn(*bundle, path, "GRPCRoute")["spec"];
        hosts.insert(spec["hostnames"][0].as<std::string>());
        CHECK(spec["parentRefs"][0]["sectionName"].as<std::string>() == "names");
    }
    CHECK(hosts ==
          std::set<std::string>{"ticker.example.com", "quotes.ticker.example.com", "rates.ticker.example.com"});
    const YAML::Node listeners = objectIn(*bundle, "platform/routing.yaml", "Gateway")["spec"]["listeners"];
    REQUIRE(listeners.size() == 2);
    CHECK(listeners[0]["hostname"].as<std::string>() == "ticker.example.com");
    CHECK(listeners[1]["name"].as<std::string>() == "names");
    CHECK(listeners[1]["hostname"].as<std::string>() == "*.ticker.example.com");
}

TEST_CASE("a component at the edge comes by the public route of the core", "[wasm][routes]") {
    ExportOptions options;
    const Result<ExportBundle> bundle = buildWasm(shippedAnalysis(ticker()), options);
    CHECK(textOf(bundle, "front/settings.js").find("api: \"https://ticker.example.com/api\"") != std::string::npos);
}

TEST_CASE("Knative's gateway finds services by their full names, and readers of messages stay awake",
          "[kubernetes][knative]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.design.settings.exports = {{"knative", true}};
    builder.service("door", "api-gateway")
        .service("prices")
        .service("stock")
        .service("bus", "event-bus", Host::Managed)
        .call("door", "prices", 1)
        .call("stock", "prices", 1)
        .send("bus", "stock", 1)
        .entry("door", 1'000);
    const Result<ExportBundle> bundle = buildKubernetes(shippedAnalysis(builder.design), {});
    CHECK(textOf(bundle, "base/door.yaml").find("proxy_set_header Host prices.shop.svc.cluster.local;") !=
          std::string::npos);
    const std::string stock = textOf(bundle, "base/stock.yaml");
    CHECK(stock.find("http://prices.shop.svc.cluster.local") != std::string::npos);
    CHECK(objectIn(*bundle, "base/stock.yaml", "Deployment")["metadata"]["name"].as<std::string>() == "stock");
}
