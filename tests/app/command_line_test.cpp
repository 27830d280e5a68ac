// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>

using namespace tideline::test;

TEST_CASE("wrong use ends with 2 and shows the usage on standard error") {
    const Ran none = runTideline({});
    CHECK(none.exitCode == 2);
    CHECK(none.out.empty());
    CHECK(none.err.find("Usage: tideline") != std::string::npos);
    const Ran unknown = runTideline({"costs"});
    CHECK(unknown.exitCode == 2);
    CHECK(unknown.err.starts_with("tideline: there is no command 'costs'; did you mean 'cost'?\n"));
    const Ran missing = runTideline({"cost"});
    CHECK(missing.exitCode == 2);
    CHECK(missing.err.find("Usage: tideline cost") != std::string::npos);
    CHECK(missing.err.find("DESIGN") != std::string::npos);
}

TEST_CASE("what a design has wrong is told with its file, and what a terminal would obey is shown") {
    const std::string folder = std::filesystem::temp_directory_path() / "tideline-hostile-names";
    std::filesystem::create_directories(folder);
    const std::string wrong = folder + "/wrong.tideline";
    std::ofstream(wrong) << R"({"format": 1, "title": 7})";
    CHECK(runTideline({"cost", wrong}).err.starts_with("tideline: " + wrong + ": /title: "));
    const std::string loud = folder + "/loud.tideline";
    std::ofstream(loud) << R"({"format": 1, "title": "\u001b[31mred\u009b0m"})";
    const Ran cost = runTideline({"cost", loud});
    CHECK(cost.out.starts_with("\\x1b[31mred\\x9b0m: "));
    std::filesystem::remove_all(folder);
}

TEST_CASE("help and version go to standard output and end with 0") {
    const Ran help = runTideline({"--help"});
    CHECK(help.exitCode == 0);
    CHECK(help.out.find("Exit codes: 0 done") != std::string::npos);
    const Ran version = runTideline({"--version"});
    CHECK(version.exitCode == 0);
    CHECK(version.out == "tideline " TIDELINE_VERSION "\n");
}

TEST_CASE("a new design is never written over a file without force") {
    const TemporaryFolder folder;
    const std::string file = folder.write("plan.tideline", "mine");
    const Ran refused = runTideline({"new", "-o", file});
    CHECK(refused.exitCode == 4);
    CHECK(refused.err ==
          "tideline: " + file + ": there is a file of this name, and it was left as it is; --force writes over it\n");
    CHECK(folder.read("plan.tideline") == "mine");
    CHECK(runTideline({"new", "-o", file, "--force"}).exitCode == 0);
    CHECK(folder.read("plan.tideline").find("\"Kubernetes core\"") != std::string::npos);
}

TEST_CASE("an empty design opens and costs nothing and has no curve") {
    const TemporaryFolder folder;
    const std::string file = folder.file("empty.tideline");
    REQUIRE(runTideline({"new", "-o", file}).exitCode == 0);
    const Ran cost = runTideline({"cost", file, "--format", "json"});
    REQUIRE(cost.exitCode == 0);
    CHECK(YAML::Load(cost.out)["monthly"].as<std::string>() == "0");
    const Ran curve = runTideline({"curve", file});
    CHECK(curve.exitCode == 3);
    CHECK(curve.err.find("tideline: " + file + ": ") == 0);
}

TEST_CASE("a file that is not there ends with 4 and names it") {
    const Ran ran = runTideline({"check", "no-such-file.tideline"});
    CHECK(ran.exitCode == 4);
    CHECK(ran.err.find("no-such-file.tideline") != std::string::npos);
}

TEST_CASE("a file that is no design ends with 3 and is left alone") {
    const TemporaryFolder folder;
    const std::string file = folder.write("compose.yaml", "services:\n  web:\n    image: nginx\n");
    const Ran ran = runTideline({"check", file});
    CHECK(ran.exitCode == 3);
    CHECK(folder.read("compose.yaml") == "services:\n  web:\n    image: nginx\n");
}

TEST_CASE("check ends with 1 only when a finding reaches the severity that was named") {
    const TemporaryFolder folder;
    const std::string file = folder.file("a.tideline");
    REQUIRE(runTideline({"new", "order-platform", "-o", file}).exitCode == 0);
    CHECK(runTideline({"check", file}).exitCode == 0);
    CHECK(runTideline({"check", file, "--fail-on", "problem"}).exitCode == 1);
    const std::string clean = folder.file("b.tideline");
    REQUIRE(runTideline({"new", "-o", clean}).exitCode == 0);
    CHECK(runTideline({"check", clean, "--fail-on", "hint"}).exitCode == 0);
}

TEST_CASE("every command prints one JSON document whose members keep their order") {
    const TemporaryFolder folder;
    const std::string file = folder.file("a.tideline");
    REQUIRE(runTideline({"new", "order-platform", "-o", file}).exitCode == 0);
    const std::vector<std::pair<std::vector<std::string>, std::string>> rows{
        {{"kinds"}, "{\n  \"kinds\": ["},           {{"templates"}, "{\n  \"templates\": ["},
        {{"targets"}, "{\n  \"targets\": ["},       {{"check", file}, "{\n  \"findings\": ["},
        {{"cost", file}, "{\n  \"design\": "},      {{"curve", file}, "{\n  \"requestsPerMonth\": ["},
        {{"prices"}, "{\n  \"currency\": \"USD\""}, {{"kinds", "http-api"}, "{\n  \"key\": \"http-api\""},
    };
    for (auto [arguments, start] : rows) {
        arguments.insert(arguments.end(), {"--format", "json"});
        const Ran ran = runTideline(arguments);
        CAPTURE(arguments.front(), ran.err);
        CHECK(ran.exitCode == 0);
        CHECK(ran.out.starts_with(start));
        CHECK_NOTHROW(YAML::Load(ran.out));
        CHECK(ran.out == runTideline(arguments).out);
    }
}

TEST_CASE("completion scripts name every command") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const Ran ran = runTideline({"completion", shell});
        CHECK(ran.exitCode == 0);
        for (const char* command : {"kinds", "templates", "new", "check", "cost", "curve", "explain", "targets",
                                    "export", "price", "prices", "schema", "limits", "completion"}) {
            CHECK(ran.out.find(command) != std::string::npos);
        }
        CHECK(ran.out.find("format") != std::string::npos);
    }
}

TEST_CASE("the schemas are JSON documents") {
    for (const char* what : {"design", "prices", "kind"}) {
        const Ran ran = runTideline({"schema", what});
        CHECK(ran.exitCode == 0);
        CHECK(YAML::Load(ran.out)["$schema"].as<std::string>() == "https://json-schema.org/draft/2020-12/schema");
    }
}
