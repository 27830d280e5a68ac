// SPDX-License-Identifier: Apache-2.0
// Environment variables by which services find each other, whatever their names are.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

using namespace tideline;
using namespace tideline::test;

namespace {

YAML::Node settingsOf(const Design& design, const std::string& service) {
    const auto bundle = buildKubernetes(shippedAnalysis(design), {});
    return objectIn(*bundle, "base/" + service + ".yaml", "ConfigMap")["data"];
}

}  // namespace

TEST_CASE("a service whose name linters take for a secret goes by its kind", "[kubernetes][sam][names]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("Keycloak", "identity-provider")
        .service("web")
        .service("quote", "http-api", Host::Function)
        .call("web", "Keycloak", 1)
        .call("quote", "Keycloak", 1);
    CHECK(settingsOf(builder.design, "web")["IDENTITY_PROVIDER_URL"].as<std::string>() == "http://keycloak");
    const auto stack = buildSam(shippedAnalysis(builder.design), {});
    CHECK(textOf(stack, "template.yaml").find("IDENTITY_PROVIDER_URL: !Ref KeycloakUrl") != std::string::npos);
}

TEST_CASE("a service that is called like a kind keeps its name before one that goes by its kind",
          "[kubernetes][names]") {
    DesignBuilder builder;
    builder.service("Keycloak", "identity-provider").service("Identity provider").service("web");
    builder.call("web", "Keycloak", 1).call("web", "Identity provider", 1);
    const YAML::Node settings = settingsOf(builder.design, "web");
    CHECK(settings["IDENTITY_PROVIDER_URL"].as<std::string>() == "http://identity-provider");
    int others = 0;
    for (const auto& setting : settings) {
        const std::string name = setting.first.as<std::string>();
        others += name.starts_with("IDENTITY_PROVIDER_") && name != "IDENTITY_PROVIDER_URL" ? 1 : 0;
        CHECK(name.find("KEY") == std::string::npos);
    }
    CHECK(others == 1);
}
