// SPDX-License-Identifier: Apache-2.0
// The targets around manifests, chart and stack: golden files that a person has read, and what they hold to.
#include "core/export/exporter.h"
#include "core/export/terraform/hcl_text.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"
#include "tests/support/golden.h"
#include "tests/support/sample_designs.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <regex>

using namespace tideline;
using namespace tideline::test;

namespace {

ExportBundle built(const std::string& target, Design design) {
    auto bundle = findExporter(target)->build(shippedAnalysis(std::move(design)), shippedExportOptions());
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return *bundle;
}

Design edgeLogin() {
    DesignBuilder builder;
    builder.design.title = "Login at the edge";
    builder.service("login", "auth-callback", Host::Wasm)
        .service("users", "http-api")
        .service("provider", "saas-api", Host::Managed)
        .service("bus", "event-bus", Host::Managed);
    builder.call("login", "users", 1).call("login", "provider", 1).send("login", "bus", 1);
    builder.entry("login", 1'000'000);
    return builder.design;
}

Design edgeWorkers() {
    DesignBuilder builder;
    builder.design.title = "Workers at the edge";
    builder.service("hello", "edge-http-handler", Host::Wasm)
        .service("flags", "edge-kv", Host::Managed)
        .service("report", "scheduled-job", Host::Wasm, {{"scheduleCron", std::string("30 6 * * 1-5")}})
        .service("chat", "websocket-server", Host::Wasm)
        .service("site", "static-site", Host::Wasm)
        .service("users", "http-api");
    builder.data("hello", "flags", 1).call("report", "users", 1).call("chat", "users", 1);
    builder.entry("hello", 1'000'000);
    return builder.design;
}

}  // namespace

TEST_CASE("the order platform gets what stands around it", "[around][golden]") {
    const std::string target = GENERATE(std::string("gitops"), std::string("terraform"), std::string("compose"),
                                        std::string("backstage"), std::string("ci"), std::string("runbook"));
    CHECK(differencesFromGolden(target + "/order-platform", built(target, orderPlatform()).files) == "");
}

TEST_CASE("a service on WebAssembly becomes a component and a Worker of one logic", "[wasm][golden]") {
    CHECK(differencesFromGolden("wasm/edge-login", built("wasm", edgeLogin()).files) == "");
}

TEST_CASE("what a Worker alone can be is a Worker of that shape, and no component", "[wasm][golden]") {
    const ExportBundle bundle = built("wasm", edgeWorkers());
    CHECK(differencesFromGolden("wasm/edge-workers", bundle.files) == "");
    CHECK(textOf(bundle, "report/wrangler.jsonc").find(R"("crons": ["30 6 * * MON,TUE,WED,THU,FRI"])") !=
          std::string::npos);
    CHECK(tells(bundle, "'flags' is settings.FLAGS in the logic of 'hello' as a Worker"));
    CHECK(std::ranges::none_of(bundle.files, [](const ExportFile& file) {
        return file.path == "report/spin.toml" || file.path == "chat/component.js" || file.path == "site/logic.js";
    }));
    const std::string missing = textOf(built("compose", edgeWorkers()), "README.md");
    CHECK(missing.find("| report | Scheduled job (cron) | a Worker: run it with `npx wrangler dev`") !=
          std::string::npos);
    CHECK(missing.find("| hello | Edge HTTP handler | a WebAssembly component: run it with `spin build --up`") !=
          std::string::npos);
}

TEST_CASE("a schedule that no Worker takes is refused with its place", "[wasm]") {
    DesignBuilder builder;
    builder.service("report", "scheduled-job", Host::Wasm, {{"scheduleCron", std::string("61 * * * *")}});
    const auto bundle = findExporter("wasm")->build(shippedAnalysis(builder.design), shippedExportOptions());
    REQUIRE_FALSE(bundle.has_value());
    CHECK(describe(bundle.error()) == "/services/report/fields/scheduleCron: 'report' starts by '61 * * * *', which no "
                                      "Worker takes: its minute '61' is none of 0 to 59, nor a list, range or step of "
                                      "them");
}

TEST_CASE("a component may reach what it calls and nothing else", "[wasm]") {
    const ExportBundle bundle = built("wasm", edgeLogin());
    CHECK(textOf(bundle, "login/spin.toml")
              .find("allowed_outbound_hosts = [\"https://login-at-the-edge.example.com\", "
                    "\"https://provider.example.com\"]") != std::string::npos);
    REQUIRE(bundle.notes.size() == 1);
    CHECK(bundle.notes[0].message == "'login' speaks to 'bus', which takes no plain HTTP; put a service in between, or "
                                     "write the call into its logic.js");
}

TEST_CASE("a store drawn on WebAssembly is said to stay with the provider, and becomes no component", "[wasm]") {
    Design design = edgeLogin();
    DesignBuilder builder;
    builder.design = design;
    builder.service("sessions", "cache", Host::Wasm);
    const ExportBundle bundle = built("wasm", builder.design);
    CHECK(
        std::ranges::none_of(bundle.files, [](const ExportFile& file) { return file.path.starts_with("sessions/"); }));
    CHECK(std::ranges::any_of(bundle.notes, [](const ExportNote& note) {
        return note.message == "'sessions' is a store of the provider, not a component; create it there and bind it to "
                               "the components that use it";
    }));
}

TEST_CASE("no mark of a template is left in any file", "[around]") {
    const std::regex mark("@[A-Z]+@");
    for (const Exporter& exporter : exporters()) {
        for (const ExportFile& file : built(std::string(exporter.key), orderPlatform()).files) {
            CAPTURE(file.path);
            CHECK_FALSE(std::regex_search(file.text, mark));
        }
    }
}

TEST_CASE("every target says why it has nothing to write", "[around]") {
    DesignBuilder builder;
    for (const Exporter& exporter : exporters()) {
        const ExportBundle bundle = built(std::string(exporter.key), builder.design);
        CAPTURE(exporter.key);
        CHECK((exporter.key == "backstage" || (bundle.files.empty() && !bundle.notes.empty())));
    }
}

TEST_CASE("every target writes the same files twice, sorted, and none twice", "[around]") {
    for (const Exporter& exporter : exporters()) {
        const ExportBundle bundle = built(std::string(exporter.key), everyKindInCore());
        CAPTURE(exporter.key);
        CHECK(bundle.files == built(std::string(exporter.key), everyKindInCore()).files);
        CHECK(std::ranges::is_sorted(bundle.files));
        CHECK(std::ranges::adjacent_find(bundle.files, {}, &ExportFile::path) == bundle.files.end());
    }
}

TEST_CASE("one machine runs one copy, calls containers by their own ports and keeps dollars", "[compose]") {
    const YAML::Node file = YAML::Load(textOf(built("compose", everyKindInCore()), "compose.yaml"));
    CHECK(file["services"]["http-api"]["environment"]["GRPC_SERVICE_ADDRESS"].as<std::string>() == "grpc-service:9999");
    const std::string config = file["configs"]["api-gateway-default-conf"]["content"].as<std::string>();
    CHECK(config.find("proxy_pass http://http-api:8080/;") != std::string::npos);
    CHECK(config.find("$$host") != std::string::npos);
    for (const auto& service : file["services"]) {
        CHECK(service.second["image"].as<std::string>().find(':') != std::string::npos);
        for (const auto& secret : service.second["secrets"]) {
            CHECK(file["secrets"][secret["source"].as<std::string>()]);
        }
    }
}

TEST_CASE("every reference of the catalogue leads to an entity", "[backstage]") {
    std::vector<std::string> known;
    const std::vector<YAML::Node> entities =
        YAML::LoadAll(textOf(built("backstage", everyKindInCore()), "catalog-info.yaml"));
    for (const YAML::Node& entity : entities) {
        std::string kind = entity["kind"].as<std::string>();
        std::ranges::transform(kind, kind.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        known.push_back(kind + ":default/" + entity["metadata"]["name"].as<std::string>());
    }
    int references = 0;
    for (const YAML::Node& entity : entities) {
        for (const char* relation : {"dependsOn", "consumesApis", "providesApis"}) {
            for (const YAML::Node& reference : entity["spec"][relation]) {
                CAPTURE(reference.as<std::string>());
                CHECK(std::ranges::count(known, reference.as<std::string>()) == 1);
                ++references;
            }
        }
    }
    CHECK(references > 20);
}

TEST_CASE("a text in HCL ends nothing and starts no template", "[terraform]") {
    CHECK(hclText("a\"b\\c") == "\"a\\\"b\\\\c\"");
    CHECK(hclText("${path} %{if} $5 5%") == "\"$${path} %%{if} $5 5%\"");
    CHECK(hclText("a\nb\x01") == "\"a\\nb\\u0001\"");
}
