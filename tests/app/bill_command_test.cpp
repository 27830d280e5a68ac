// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <yaml-cpp/yaml.h>

#include <cmath>

using namespace tideline::test;

namespace {

/// The starter design of this key, written by the program itself.
std::string starter(const TemporaryFolder& folder, const std::string& key) {
    const std::string file = folder.file(key + ".tideline");
    REQUIRE(runTideline({"new", key, "-o", file, "--quiet"}).exitCode == 0);
    return file;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

/// Requests per month from which `to` is cheaper than `from`.
std::string crossing(const Ran& ran, const std::string& from, const std::string& to) {
    for (const YAML::Node& crossover : YAML::Load(ran.out)["crossovers"]) {
        if (crossover["from"].as<std::string>() == from && crossover["to"].as<std::string>() == to) {
            return crossover["requestsPerMonth"].as<std::string>();
        }
    }
    return "none";
}

}  // namespace

TEST_CASE("the bill of scenario A is what the published prices say") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"cost", starter(folder, "scenario-a-100k"), "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node bill = YAML::Load(ran.out);
    CHECK(bill["monthly"].as<std::string>() == "0.103334");
    CHECK(bill["requestsPerMonth"].as<std::string>() == "100000");
    CHECK(bill["currency"].as<std::string>() == "USD");
    CHECK(bill["hoursPerMonth"].as<std::string>() == "730");
}

TEST_CASE("the bill of scenario B is what the published prices say") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"cost", starter(folder, "scenario-b-50m"), "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    CHECK(YAML::Load(ran.out)["monthly"].as<std::string>() == "659.5175");
}

TEST_CASE("scenario A on Kubernetes costs two nodes and a control plane and a load balancer") {
    const TemporaryFolder folder;
    starter(folder, "scenario-a-100k");
    const std::string moved =
        replaced(folder.read("scenario-a-100k.tideline"), "\"host\": \"function\"", "\"host\": \"kubernetes\"");
    const Ran ran = runTideline({"cost", "-", "--format", "json"}, moved);
    REQUIRE(ran.exitCode == 0);
    CHECK(YAML::Load(ran.out)["monthly"].as<std::string>() == "150.161");
}

TEST_CASE("the lines of a bill add up to its total exactly") {
    const TemporaryFolder folder;
    for (const char* key : {"order-platform", "scenario-a-100k", "scenario-b-50m"}) {
        const Ran ran = runTideline({"cost", starter(folder, key), "--requests", "48M", "--format", "json"});
        REQUIRE(ran.exitCode == 0);
        const YAML::Node bill = YAML::Load(ran.out);
        long long sum = 0;
        for (const YAML::Node& line : bill["lines"]) {
            sum += std::llround(line["monthly"].as<double>() * 1e6);
            // Every number has its source; a line without a public price says what it depends on.
            CHECK((line["dependsOn"].IsNull() != line["source"]["url"].as<std::string>().empty()));
        }
        CHECK(sum == std::llround(bill["monthly"].as<double>() * 1e6));
        CHECK(bill["requestsPerMonth"].as<std::string>() == "48000000");
    }
}

TEST_CASE("scenario A crosses to Kubernetes at the exact request") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"curve", starter(folder, "scenario-a-100k"), "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    CHECK(crossing(ran, "all-functions", "all-kubernetes") == "145316863");
}

TEST_CASE("a REST front door moves the crossover of scenario A") {
    const TemporaryFolder folder;
    starter(folder, "scenario-a-100k");
    const std::string withRest =
        replaced(folder.read("scenario-a-100k.tideline"), "\"frontDoor\": \"none\"", "\"frontDoor\": \"rest-api\"");
    const Ran ran = runTideline({"curve", "-", "--format", "json"}, withRest);
    REQUIRE(ran.exitCode == 0);
    CHECK(crossing(ran, "all-functions", "all-kubernetes") == "33123738");
}

TEST_CASE("scenario B crosses to Kubernetes at the exact request") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"curve", starter(folder, "scenario-b-50m"), "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    CHECK(crossing(ran, "all-functions", "all-kubernetes") == "34218705");
}

TEST_CASE("the price command adds up one account and applies free amounts only when asked") {
    const Ran plain = runTideline({"price", "aws.lambda.requests=3e6", "--format", "json"});
    REQUIRE(plain.exitCode == 0);
    CHECK(YAML::Load(plain.out)["monthly"].as<std::string>() == "0.6");
    const Ran free = runTideline({"price", "aws.lambda.requests=3e6", "--free", "--format", "json"});
    CHECK(YAML::Load(free.out)["monthly"].as<std::string>() == "0.4");
    const Ran shared = runTideline(
        {"price", "aws.lambda.gb-seconds.arm64=300k", "aws.lambda.gb-seconds.x86=200k", "--free", "--format", "json"});
    // 400,000 GB-s are free over both architectures: the book names arm64 first, so 100,000 of x86 are billed.
    CHECK(YAML::Load(shared.out)["monthly"].as<std::string>() == "1.66667");
}

TEST_CASE("units that no bill has are refused in words") {
    const Ran below = runTideline({"price", "aws.lambda.requests=-5"});
    CHECK(below.exitCode == 3);
    CHECK(below.err == "tideline: '-5' is below 0; write a number such as 50000, 50k, 3e6, 12.5M or 1G\n");
    const Ran far = runTideline({"price", "aws.lambda.requests=1e25"});
    CHECK(far.exitCode == 3);
    CHECK(far.out.empty());
    CHECK(far.err ==
          "tideline: this is more than 9,000,000,000,000 a month, which is no bill of this world; look for a "
          "number of units that is far too large\n");
}

TEST_CASE("a zero with a sign is zero and a number out of range says the range") {
    CHECK(runTideline({"price", "aws.lambda.requests=-0"}).exitCode == 0);
    const Ran far = runTideline({"price", "aws.lambda.requests=1e400"});
    CHECK(far.exitCode == 3);
    CHECK(far.err == "tideline: '1e400' is out of range: exponents from -30 to 30 are read\n");
}

TEST_CASE("a bill says which fields it could not take") {
    const TemporaryFolder folder;
    starter(folder, "scenario-a-100k");
    const std::string file = folder.write("slow.tideline", replaced(folder.read("scenario-a-100k.tideline"),
                                                                    "\"durationMs\": 200", "\"durationMs\": -2"));
    const Ran ran = runTideline({"cost", file});
    CHECK(ran.exitCode == 0);
    CHECK(ran.err.find("sets 'Time per request' to -2 ms, but it must be from 0.01 to 86,400,000 ms. The standard is "
                       "taken.") != std::string::npos);
    CHECK(runTideline({"cost", file, "--quiet"}).err.empty());
}

TEST_CASE("a price that does not exist is refused with the nearest one") {
    const Ran ran = runTideline({"price", "aws.lambda.request=1M"});
    CHECK(ran.exitCode == 3);
    CHECK(ran.err == "tideline: there is no price 'aws.lambda.request'; did you mean 'aws.lambda.requests'?; 'tideline "
                     "prices' lists them\n");
}
