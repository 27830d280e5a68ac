// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/host_possibility.h"

#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

ServiceProfile profileOf(const std::string& kind, FieldValues fields = {}) {
    const Design design = test::DesignBuilder().service("a", kind, Host::Kubernetes, std::move(fields)).design;
    return resolve(design, test::shippedCatalog()).services.at(0);
}

std::string reasonAgainst(const ServiceProfile& profile, Host host, Exposure exposure = Exposure::Private) {
    const std::optional<HostProblem> problem = hostProblem(profile, host, exposure);
    return problem ? problem->rule + ": " + problem->message : "none";
}

Design reached(FieldValues fields, bool isBackground) {
    Design design = test::DesignBuilder().service("a", "http-api", Host::Function, std::move(fields)).design;
    design.entries.put({.id = {"e"}, .service = {"a"}, .monthly = 10, .background = isBackground});
    return design;
}

bool isPublic(const Design& design) {
    return publicServices(design, resolve(design, test::shippedCatalog())).contains(ServiceId{"a"});
}

}  // namespace

TEST_CASE("a kind says why it cannot run on a host", "[catalog]") {
    CHECK(reasonAgainst(profileOf("relational-database"), Host::Function) ==
          "placement.local-state-on-edge: 'a' is a relational database, which cannot run on functions: a function ends "
          "after each call and keeps nothing: no disk of its own, no process that others can reach.");
    CHECK(reasonAgainst(profileOf("http-api"), Host::Managed) ==
          "placement.host-not-possible: 'a' is an HTTP API service, which cannot run as a managed service: it is your "
          "own code, and nobody sells it as a service; what you buy is a third-party API.");
    CHECK(reasonAgainst(profileOf("http-api"), Host::Kubernetes) == "none");
}

TEST_CASE("the figures of a service can forbid a host that its kind offers", "[catalog]") {
    CHECK(reasonAgainst(profileOf("batch-etl"), Host::Function) ==
          "placement.duration-over-function-limit: 'a' can take 45 minutes; a function ends after 15.");
    CHECK(reasonAgainst(profileOf("http-api", {{"memoryMib", 16'384.0}}), Host::Function) ==
          "placement.memory-over-function-limit: 'a' needs 16 GiB in one process; a function has 10 at most.");
    CHECK(
        reasonAgainst(profileOf("http-api", {{"cpuMs", 45'000.0}, {"wasmMemoryMb", 512.0}}), Host::Wasm) ==
        "placement.wasm-limits: 'a' needs 512 MB and 45 s of CPU time a request, but Cloudflare Workers offers 128 MB "
        "and 30 s of it.");
}

TEST_CASE("a front door gives up only on functions that clients reach", "[catalog]") {
    const ServiceProfile slow = profileOf("http-api", {{"durationMs", 45'000.0}});
    CHECK(reasonAgainst(slow, Host::Function, Exposure::Private) == "none");
    CHECK(reasonAgainst(slow, Host::Function, Exposure::Public) ==
          "placement.duration-over-front-door: 'a' can take 45 s, but its HTTP API gives up after 30 s.");
    const ServiceProfile streaming = profileOf("http-api", {{"durationMs", 45'000.0}, {"streaming", true}});
    CHECK(reasonAgainst(streaming, Host::Function, Exposure::Public) == "none");
}

TEST_CASE("traffic of users makes a service public unless its field says otherwise", "[catalog]") {
    CHECK(isPublic(reached({}, false)));
    CHECK_FALSE(isPublic(reached({}, true)));
    CHECK_FALSE(isPublic(reached({{"exposure", std::string("private")}}, false)));
    CHECK(isPublic(reached({{"exposure", std::string("public")}}, true)));
}

TEST_CASE("every kind can run without a problem on the host that it names first", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        CHECK(reasonAgainst(profileOf(kind.key), kind.hostings.front().host, Exposure::Public) == "none");
    }
}
