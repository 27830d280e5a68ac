// SPDX-License-Identifier: Apache-2.0
#include "core/export/exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

using namespace tideline;
using namespace tideline::test;

namespace {

ExportBundle composeOf(const Design& design) {
    return *findExporter("compose")->build(shippedAnalysis(design), shippedExportOptions());
}

}  // namespace

TEST_CASE("Keycloak keeps its users on a volume of this machine", "[compose]") {
    DesignBuilder builder;
    builder.service("login", "identity-provider").service("web").call("web", "login", 1).entry("web", 1'000);
    const YAML::Node file = YAML::Load(textOf(composeOf(builder.design), "compose.yaml"));
    const YAML::Node login = file["services"]["login"];
    CHECK(login["volumes"][0].as<std::string>() == "login:/opt/keycloak/data");
    CHECK(file["volumes"]["login"]);
    CHECK_FALSE(login["tmpfs"]);      // it would hide the program that the image brings
    CHECK_FALSE(login["read_only"]);  // at its start the program is put together anew
    CHECK(file["services"]["web"]["read_only"].as<bool>());
}

TEST_CASE("clients of stores that ask for a login have it in the addresses of this machine", "[compose]") {
    DesignBuilder builder;
    builder.service("broker", "iot-ingest").service("notes", "document-database").service("web");
    builder.send("web", "broker", 1).data("web", "notes", 1).entry("web", 1'000);
    const ExportBundle bundle = composeOf(builder.design);
    const std::string broker = textOf(bundle, "compose.yaml");
    CHECK(broker.find("mosquitto_passwd -b -c") != std::string::npos);
    CHECK(broker.find("allow_anonymous false") != std::string::npos);
    const std::string script = textOf(bundle, "make-secrets.sh");
    CHECK(script.find("\"mqtt://app:$password@broker:1883\" > secrets/broker-url") != std::string::npos);
    CHECK(script.find("\"mongodb://app:$password@notes:27017/app?authSource=admin\" > secrets/notes-url") !=
          std::string::npos);
}
