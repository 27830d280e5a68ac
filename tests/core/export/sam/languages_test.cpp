// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/language.h"
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

ExportBundle bundleOf(const Design& design) {
    const auto bundle = buildSam(shippedAnalysis(design), {});
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return *bundle;
}

bool hasFile(const ExportBundle& bundle, const std::string& path) {
    return std::ranges::find(bundle.files, path, &ExportFile::path) != bundle.files.end();
}

YAML::Node functionOf(const ExportBundle& bundle, const std::string& id) {
    return YAML::Load(textOf(bundle, "template.yaml"))["Resources"][id];
}

/// A function behind a queue, written in a language.
Design workerIn(const std::string& language) {
    DesignBuilder builder;
    builder.service("jobs", "message-queue", Host::Managed)
        .service("files", "object-storage", Host::Managed)
        .service("worker", "queue-worker", Host::Function, {{"runtime", language}})
        .send("jobs", "worker", 1)
        .data("worker", "files", 1);
    return builder.design;
}

/// The first mark of the exporter, "@NAME@", that a text still holds; empty for none.
std::string leftMark(const std::string& text) {
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        const std::size_t end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
        if (end != std::string::npos && end > at + 2 && text[end] == '@') {
            return text.substr(at, end + 1 - at);
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a function is written in the language that its service names", "[sam][languages]") {
    const ExportBundle bundle = bundleOf(workerIn("nodejs"));
    CHECK(hasFile(bundle, "src/worker/app.ts"));
    CHECK(hasFile(bundle, "tests/unit/worker.test.ts"));
    CHECK(hasFile(bundle, "tests/unit/offline.ts"));
    CHECK_FALSE(hasFile(bundle, "src/worker/app.py"));
    const YAML::Node function = functionOf(bundle, "WorkerFunction");
    CHECK(function["Properties"]["Runtime"].as<std::string>() == "nodejs24.x");
    CHECK(function["Metadata"]["BuildMethod"].as<std::string>() == "esbuild");
    CHECK(bundle.notes.empty());
}

TEST_CASE("a function in Rust is compiled by Cargo Lambda and started as bootstrap", "[sam][languages]") {
    const ExportBundle bundle = bundleOf(workerIn("rust"));
    CHECK(bundle.notes.empty());
    for (const char* file : {"Cargo.toml", "src/main.rs", "src/work.rs", "tests/app.rs"}) {
        CAPTURE(file);
        CHECK(hasFile(bundle, std::string("src/worker/") + file));
    }
    const YAML::Node function = functionOf(bundle, "WorkerFunction");
    CHECK(function["Properties"]["Runtime"].as<std::string>() == "provided.al2023");
    CHECK(function["Properties"]["Handler"].as<std::string>() == "bootstrap");
    CHECK(function["Metadata"]["BuildMethod"].as<std::string>() == "rust-cargolambda");
}

TEST_CASE("a function on .NET names its assembly and its method", "[sam][languages]") {
    const ExportBundle bundle = bundleOf(workerIn("dotnet"));
    CHECK(bundle.notes.empty());
    for (const char* file : {"Edge.csproj", "App.cs", "Work.cs", "tests/Edge.Tests.csproj", "tests/AppTests.cs"}) {
        CAPTURE(file);
        CHECK(hasFile(bundle, std::string("src/worker/") + file));
    }
    const YAML::Node function = functionOf(bundle, "WorkerFunction");
    CHECK(function["Properties"]["Runtime"].as<std::string>() == "dotnet10");
    CHECK(function["Properties"]["Handler"].as<std::string>() == "Edge::Edge.App::Handle");
    CHECK_FALSE(function["Metadata"]);
}

TEST_CASE("a function in Rust takes no crate that its connections do not need", "[sam][languages]") {
    const std::string manifest = textOf(bundleOf(workerIn("rust")), "src/worker/Cargo.toml");
    CHECK(manifest.find("aws-sdk-s3 = ") != std::string::npos);
    CHECK(manifest.find("aws-sdk-sqs = ") == std::string::npos);
    CHECK(manifest.find("reqwest = ") == std::string::npos);
}

TEST_CASE("a kind that prefers Node.js does not fall back to Python", "[sam][languages]") {
    DesignBuilder builder;
    builder.service("invoices", "pdf-generator", Host::Function);
    const ExportBundle bundle = bundleOf(builder.design);
    CHECK(hasFile(bundle, "src/invoices/app.ts"));
    CHECK(bundle.notes.empty());
}

TEST_CASE("a language without a scaffold is named in a note", "[sam][languages]") {
    DesignBuilder builder;
    builder.service("api", "http-api", Host::Function, {{"runtime", std::string("ruby")}});
    const ExportBundle bundle = bundleOf(builder.design);
    CHECK(hasFile(bundle, "src/api/app.py"));
    REQUIRE(bundle.notes.size() == 1);
    CHECK(bundle.notes.front().message ==
          "'api' would be written for the runtime 'ruby', for which there is no scaffold yet; its function is written "
          "in Python 3.13");
}

TEST_CASE("every language writes an entry and a unit test and leaves no mark", "[sam][languages]") {
    for (const SamLanguage& language : samLanguages()) {
        CAPTURE(language.key);
        const ExportBundle bundle = bundleOf(workerIn(std::string(language.key)));
        const auto isTest = [](const ExportFile& file) { return file.path.find("test") != std::string::npos; };
        CHECK(std::ranges::any_of(bundle.files, isTest));
        CHECK(functionOf(bundle, "WorkerFunction")["Properties"]["Handler"].as<std::string>() == language.handler);
        for (const ExportFile& file : bundle.files) {
            CAPTURE(file.path);
            CHECK(leftMark(file.text) == "");
        }
    }
}
