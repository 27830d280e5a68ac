// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/resolved_design.h"

#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

ResolvedDesign resolvedWith(const std::string& kind, FieldValues fields) {
    const Design design = test::DesignBuilder().service("a", kind, Host::Kubernetes, std::move(fields)).design;
    return resolve(design, test::shippedCatalog());
}

/// What is said about one field of an HTTP API.
std::string issueWith(const std::string& field, FieldValue value) {
    const ResolvedDesign resolved = resolvedWith("http-api", {{field, std::move(value)}});
    return resolved.issues.size() == 1 ? resolved.issues[0].message : "no issue";
}

}  // namespace

TEST_CASE("a field that is not given has its standard", "[catalog]") {
    const ServiceProfile profile = resolvedWith("http-api", {{"memoryMib", 1024.0}}).services.at(0);
    CHECK(profile.number("memoryMib") == 1024);
    CHECK(profile.number("durationMs") == 200);
    CHECK(profile.text("frontDoor") == "http-api");
    CHECK_FALSE(profile.flag("inVpc", true));
    CHECK_FALSE(profile.has("maxDurationMs"));
    CHECK(profile.number("nothing", 7) == 7);
}

TEST_CASE("the longest run is the time of a request where nothing else is given", "[catalog]") {
    CHECK(resolvedWith("http-api", {{"durationMs", 350.0}}).services.at(0).maxDurationMs() == 350);
    CHECK(resolvedWith("http-api", {{"maxDurationMs", 9000.0}}).services.at(0).maxDurationMs() == 9000);
}

TEST_CASE("a value that does not fit is told with its limit and the standard holds", "[catalog]") {
    CHECK(issueWith("memoryMib", 8.0) ==
          "'a' sets 'Memory per replica' to 8 MiB, but it must be from 16 to 1,048,576 MiB.");
    CHECK(issueWith("memoryMib", std::string("much")) ==
          "'a' sets 'Memory per replica' to 'much', but it must be from 16 to 1,048,576 MiB.");
    CHECK(issueWith("inVpc", 1.0) == "'a' sets 'Attached to a VPC' to 1, but it must be on or off.");
    CHECK(issueWith("architecture", std::string("mips")) ==
          "'a' sets 'Processor' to 'mips', but it must be one of 'arm64', 'x86_64'.");
    CHECK(issueWith("vpcReason", true) == "'a' sets 'Why the VPC' to on, but it must be a text.");
    CHECK(issueWith("memoryMib", 16.0) == "no issue");
    CHECK(resolvedWith("http-api", {{"memoryMib", 8.0}}).services.at(0).number("memoryMib") == 512);
}

TEST_CASE("a field that the kind does not have is named with the nearest that it has", "[catalog]") {
    CHECK(issueWith("memoryMb", 512.0) ==
          "'a' sets 'memoryMb', but an HTTP API service has no such field; did you mean 'memoryMib'?");
    CHECK(issueWith("xyz", 1.0) == "'a' sets 'xyz', but an HTTP API service has no such field.");
}

TEST_CASE("a service of an unknown kind stands aside", "[catalog]") {
    const Design design = test::DesignBuilder().service("a", "block-chain").service("b").design;
    const ResolvedDesign resolved = resolve(design, test::shippedCatalog());
    CHECK(resolved.unknownKinds == std::vector<ServiceId>{{"a"}});
    CHECK(resolved.find(ServiceId{"a"}) == nullptr);
    REQUIRE(resolved.find(ServiceId{"b"}) != nullptr);
    CHECK(resolved.find(ServiceId{"b"})->kind->key == "http-api");
}

TEST_CASE("services of a site have its number of copies", "[catalog]") {
    Design design = test::DesignBuilder().service("a").design;
    design.zones.push_back({.id = {"shops"}, .title = "Shops", .type = "edge-site", .copies = 40});
    Service service = *design.services.find(ServiceId{"a"});
    service.zone = {"shops"};
    design.services.put(service);
    CHECK(resolve(design, test::shippedCatalog()).services.at(0).copies == 40);
}

TEST_CASE("the standards of every kind fit their own limits", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        FieldValues standards;
        for (const FieldSpec& field : kind.fields) {
            if (field.standard) {
                standards.emplace(field.key, *field.standard);
            }
        }
        INFO(kind.key);
        CHECK(resolvedWith(kind.key, standards).issues.empty());
    }
}
