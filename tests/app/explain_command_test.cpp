// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <yaml-cpp/yaml.h>

using namespace tideline::test;

namespace {

std::string starter(const TemporaryFolder& folder, const std::string& key) {
    const std::string file = folder.file(key + ".tideline");
    REQUIRE(runTideline({"new", key, "-o", file, "--quiet"}).exitCode == 0);
    return file;
}

}  // namespace

TEST_CASE("explain replays all readings of the articles") {
    const Ran ran = runTideline({"explain", "--readings", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node readings = YAML::Load(ran.out)["readings"];
    REQUIRE(readings.size() == 38);
    CHECK(readings[1]["id"].as<std::string>() == "R02");
    CHECK(readings[1]["requestsPerMonth"].as<std::string>() == "32867635");
    CHECK(readings[2]["fixed"].as<double>() < 0);  // the free amounts
    CHECK(runTideline({"explain"}).exitCode == 2);
}

TEST_CASE("a claim that the articles print as a range is quoted as one") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"explain", starter(folder, "scenario-b-50m")});
    CHECK(ran.out.find("30,000,000 to 40,000,000") != std::string::npos);
    CHECK(ran.out.find("of which the article says nothing") != std::string::npos);
}

TEST_CASE("both bills at a crossover say whose lines they are") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"explain", starter(folder, "scenario-b-50m"), "--crossover", "34M"});
    REQUIRE(ran.exitCode == 0);
    CHECK(ran.out.find("\n  api     ") != std::string::npos);
    CHECK(ran.out.find("\n  shared  ") != std::string::npos);
}

TEST_CASE("machines are compared only for what runs on Kubernetes") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"explain", "--nodes", starter(folder, "scenario-a-100k")});
    CHECK(ran.exitCode == 3);
    CHECK(ran.err.find("no service of the design stands on Kubernetes") != std::string::npos);
}

TEST_CASE("explain of scenario A has the article's figures beside ours") {
    const TemporaryFolder folder;
    const Ran ran = runTideline({"explain", starter(folder, "scenario-a-100k")});
    REQUIRE(ran.exitCode == 0);
    CHECK(ran.out.find("0.0833") != std::string::npos);
    CHECK(ran.out.find("256 MB are a quarter of a GB") != std::string::npos);
    CHECK(ran.out.find("100,000 requests x 200 ms / 1,000 x 256 MB / 1,024") != std::string::npos);
}

TEST_CASE("explain unfolds a line and refuses one that is not there") {
    const TemporaryFolder folder;
    const std::string file = starter(folder, "scenario-a-100k");
    const Ran ran = runTideline({"explain", file, "--line", "api/gbSeconds", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node line = YAML::Load(ran.out);
    CHECK(line["exact"].as<std::string>() == "0.0833335");
    CHECK(line["source"]["url"].as<std::string>().starts_with("https://"));
    CHECK(line["inputs"].size() == 4);
    const Ran missing = runTideline({"explain", file, "--line", "api/none"});
    CHECK(missing.exitCode == 3);
    CHECK(missing.err.find("the bill has no line 'api/none'") != std::string::npos);
}

TEST_CASE("explain says what moves a crossover most") {
    const TemporaryFolder folder;
    const Ran ran =
        runTideline({"explain", starter(folder, "scenario-b-50m"), "--crossover", "34M", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node crossover = YAML::Load(ran.out);
    CHECK(crossover["requestsPerMonth"].as<std::string>() == "34218705");
    REQUIRE(crossover["inputs"].size() > 5);
    CHECK(crossover["fromLines"].size() == 5);
}

TEST_CASE("prices that were read long ago are listed by their age") {
    const Ran ran = runTideline({"prices", "--older-than", "30", "--on", "2026-11-20", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node prices = YAML::Load(ran.out)["prices"];
    REQUIRE(prices.size() > 50);
    CHECK(prices[0]["asOf"].as<std::string>() == "2026-05-29");
    for (const YAML::Node& price : prices) {
        CHECK(price["asOf"].as<std::string>() < "2026-11");
    }
    CHECK(runTideline({"prices", "--older-than", "30", "--on", "yesterday"}).exitCode == 2);
}

TEST_CASE("a book of one's own and one of another region say so on the lines that they touch") {
    const TemporaryFolder folder;
    const std::string file = starter(folder, "scenario-b-50m");
    const Ran ran = runTideline({"cost", file, "--prices", "aws-eu-west-1", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    std::size_t noted = 0;
    for (const YAML::Node& line : YAML::Load(ran.out)["lines"]) {
        const std::string note = line["note"].as<std::string>();
        noted += note.empty() ? 0 : 1;
        if (line["key"].as<std::string>() == "api/logGb") {
            CHECK(line["monthly"].as<std::string>() == "28.5");
            CHECK(note == "price of 'AWS eu-west-1, as far as known' in place of 'AWS us-east-1'");
        }
    }
    CHECK(noted == 2);  // logs and the hours of the NAT gateway
    const Ran unknown = runTideline({"cost", file, "--prices", "mars"});
    CHECK(unknown.exitCode == 3);
    CHECK(unknown.err.find("aws-eu-west-1") != std::string::npos);
}

TEST_CASE("a book that a design names is found beside the design from any folder") {
    const TemporaryFolder folder, elsewhere;
    const std::string file = starter(folder, "scenario-b-50m");
    const std::string book = R"(title: Contract
currency: USD
region: us-east-1
asOf: "2026-11-01"

prices:
  - key: aws.lambda.requests
    title: Requests by contract
    unit: requests
    per: 1000000
    value: 0.1
    source: { title: Contract 4711, url: "https://example.com", asOf: "2026-11-01" }
)";
    folder.write("contract.yaml", book);
    std::string text = folder.read("scenario-b-50m.tideline");
    const std::string place = "\"settings\": {";
    REQUIRE(text.find(place) != std::string::npos);
    text.insert(text.find(place) + place.size(), "\"priceBooks\": [\"./contract.yaml\"],");
    const std::string changed = folder.write("changed.tideline", text);
    const Ran ran = runTideline({"cost", changed, "--format", "json"}, {}, elsewhere.path());
    INFO(ran.err);
    REQUIRE(ran.exitCode == 0);
    // 50 million requests at 0.10 in place of 0.20 a million
    CHECK(YAML::Load(ran.out)["monthly"].as<std::string>() == "654.5175");
    const Ran gone = runTideline({"cost", elsewhere.write("gone.tideline", text), "--format", "json"});
    CHECK(gone.exitCode != 0);
    CHECK(gone.err.find("contract.yaml") != std::string::npos);
}

TEST_CASE("durable objects are charged in begun millions") {
    const Ran ran = runTideline({"price", "cloudflare.durable-objects.requests=3.75e6", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    CHECK(YAML::Load(ran.out)["monthly"].as<std::string>() == "0.45");
}

TEST_CASE("bands of uncertain inputs are the same on one thread and on two") {
    const TemporaryFolder folder;
    const std::string file = starter(folder, "scenario-a-100k");
    CHECK(runTideline({"curve", file, "--samples", "10"}).exitCode == 3);
    std::string text = folder.read("scenario-a-100k.tideline");
    const auto at = text.find("\"bill\": {");
    REQUIRE(at != std::string::npos);
    text.insert(at, R"("ranges": [{"input": "services/api/durationMs", "low": 100, "high": 400}],
    )");
    const std::string ranged = folder.write("ranged.tideline", text);
    const std::vector<std::string> command{"curve", ranged, "--samples", "50", "--points", "4", "--format", "json"};
    std::vector<std::string> one = command;
    one.insert(one.end(), {"--threads", "1"});
    std::vector<std::string> two = command;
    two.insert(two.end(), {"--threads", "2"});
    const Ran first = runTideline(one);
    REQUIRE(first.exitCode == 0);
    CHECK(first.out == runTideline(two).out);
    CHECK(YAML::Load(first.out)["bands"].size() == 4);
}

TEST_CASE("traffic that doubles each month is billed month by month") {
    const TemporaryFolder folder;
    const std::string file = starter(folder, "scenario-a-100k");
    const Ran ran = runTideline({"curve", file, "--months", "3", "--growth", "100", "--format", "json"});
    REQUIRE(ran.exitCode == 0);
    const YAML::Node months = YAML::Load(ran.out)["months"];
    REQUIRE(months.size() == 3);
    CHECK(months[2]["requestsPerMonth"].as<std::string>() == "400000");
    CHECK(months[2]["monthly"].as<double>() == Approx(0.413334).margin(1e-9));
    CHECK(months[2]["curves"]["all-kubernetes"].as<double>() == Approx(150.161));
    CHECK(months[2]["byCategory"]["service"].as<double>() == Approx(0.413334).margin(1e-9));
}
