// SPDX-License-Identifier: Apache-2.0
// What `tideline curve` says of two staircases that climb side by side.
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <yaml-cpp/yaml.h>

#include <set>

using namespace tideline::test;

namespace {

/// Videos in a nightly window: on functions and on pods their bill rises in steps of nearly one height.
std::string videoDesign(const TemporaryFolder& folder) {
    return folder.write("videos.tideline", R"({"format": 1, "title": "Videos", "zones": [],
        "services": [{"id": "video", "name": "Video", "kind": "video-transcoder", "host": "kubernetes"}],
        "connections": [],
        "entries": [{"id": "e1", "service": "video", "monthly": 100000, "profile": "batch-window"}]})");
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("curves that cross again and again are told in one sentence") {
    const TemporaryFolder folder;
    const Ran json = runTideline({"curve", videoDesign(folder), "--format", "json"});
    REQUIRE(json.exitCode == 0);
    const YAML::Node crossovers = YAML::Load(json.out)["crossovers"];
    REQUIRE(crossovers.size() > 12);
    const std::string count = std::to_string(crossovers.size());
    std::set<std::string> late;
    for (std::size_t at = 0; at < crossovers.size(); ++at) {
        const auto reason = crossovers[at]["reason"].as<std::string>();
        if (at < 12) {
            CHECK(reason.find(at % 2 == 0 ? "per million requests" : "in one step") != std::string::npos);
        } else {
            late.insert(reason);
        }
    }
    REQUIRE(late.size() == 1);
    CHECK(late.begin()->find("pass each other " + count + " times between ") != std::string::npos);
}

TEST_CASE("the text shows the first crossovers of a pair, and counts the rest") {
    const TemporaryFolder folder;
    const std::string file = videoDesign(folder);
    const YAML::Node all = YAML::Load(runTideline({"curve", file, "--format", "json"}).out);
    const Ran text = runTideline({"curve", file});
    REQUIRE(text.exitCode == 0);
    CHECK(countOf(text.out, " cheaper than ") == 3);
    CHECK(text.out.find("These two cross " + std::to_string(all["crossovers"].size() - 3) + " times more") !=
          std::string::npos);
    CHECK(text.out.find("then " + std::to_string(all["cheapest"].size() - 7) + " short stretches") !=
          std::string::npos);
}
