// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/resolved_design.h"
#include "core/file/design_file.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <algorithm>
#include <cmath>

using namespace tideline;

namespace {

Design starter(const std::string& key) {
    for (const SourceText& file : test::shippedFiles("templates/designs", ".tideline")) {
        if (file.name == "designs/" + key + ".tideline") {
            Result<OpenedDesign> opened = readDesign(file);
            REQUIRE(opened);
            return std::move(opened->design);
        }
    }
    FAIL("there is no starter design " << key);
    return {};
}

/// A card covers 200 x 68 units, a box in the bus lane 144 x 44.
bool overlap(const Spot& a, const Spot& b) {
    const Spot& left = a.x < b.x ? a : b;
    const Spot& upper = a.y < b.y ? a : b;
    const auto isInBus = [](const Spot& spot) { return spot.x >= 464 && spot.x < 632; };
    return std::abs(a.x - b.x) < (isInBus(left) ? 144 : 200) && std::abs(a.y - b.y) < (isInBus(upper) ? 44 : 68);
}

std::vector<std::string> starterKeys() {
    return {"iot-and-webhooks", "media-pipeline",  "order-platform", "premature-kubernetes",
            "rag-assistant",    "scenario-a-100k", "scenario-b-50m", "steady-saas"};
}

}  // namespace

TEST_CASE("saving a starter design gives the bytes it was opened from", "[file]") {
    const std::vector<SourceText> files = test::shippedFiles("templates/designs", ".tideline");
    CHECK(files.size() == 8);
    for (const SourceText& file : files) {
        INFO(file.name);
        const Result<OpenedDesign> opened = readDesign(file);
        REQUIRE(opened);
        CHECK(opened->repairs.empty());
        CHECK(opened->migrations.empty());
        CHECK(designText(opened->design) == file.text);
    }
}

TEST_CASE("every service of a starter design has a known kind and fields that fit", "[file]") {
    for (const std::string& key : starterKeys()) {
        INFO(key);
        const ResolvedDesign resolved = resolve(starter(key), test::shippedCatalog());
        CHECK(resolved.unknownKinds.empty());
        CHECK(resolved.issues.empty());
        for (const ServiceProfile& profile : resolved.services) {
            INFO(profile.id.text);
            CHECK(profile.hosting() != nullptr);
        }
    }
}

TEST_CASE("the order platform is that of the articles", "[file]") {
    const Design design = starter("order-platform");
    const auto count = [&](Host host) {
        return std::ranges::count_if(design.services, [host](const Service& service) { return service.host == host; });
    };
    CHECK(count(Host::Kubernetes) == 8);
    CHECK(count(Host::Function) == 9);
    CHECK(count(Host::Managed) == 1);
    CHECK(requestsPerMonth(design) == 12'650'000);
    CHECK(design.topics.size() == 5);
}

TEST_CASE("cards of a starter design stand on the grid and do not cover each other", "[file]") {
    for (const std::string& key : starterKeys()) {
        const Design design = starter(key);
        CHECK(design.layout.size() == design.services.size());
        for (const Spot& spot : design.layout) {
            INFO(key << " " << spot.id.text);
            CHECK(std::fmod(spot.x, 4) == 0);
            CHECK(std::fmod(spot.y, 4) == 0);
            for (const Spot& other : design.layout) {
                CHECK((other.id == spot.id || !overlap(spot, other)));
            }
        }
    }
}

TEST_CASE("the drawn starters carry the loads and prices that the tests calculate with", "[file]") {
    CHECK(starter("scenario-a-100k").settings.cluster == test::scenarioA().settings.cluster);
    CHECK(starter("scenario-b-50m").settings.bill == test::scenarioB().settings.bill);
    CHECK(starter("order-platform").services.size() == test::orderPlatform().services.size());
    CHECK(starter("order-platform").connections.size() == test::orderPlatform().connections.size());
}
