// SPDX-License-Identifier: Apache-2.0
#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Design with(Design design, const char* service, FieldValues fields) {
    Service changed = *design.services.find({service});
    for (auto& [key, value] : fields) {
        changed.fields[key] = value;
    }
    design.services.put(std::move(changed));
    return design;
}

Curves curves(const Design& design) {
    return curvesOf(design, test::shippedCatalog(), test::shippedPrices(), {});
}

Bill billOn(Design design, const char* service, Host host) {
    Service moved = *design.services.find({service});
    moved.host = host;
    design.services.put(std::move(moved));
    return billAt(design, test::shippedCatalog(), test::shippedPrices(), requestsPerMonth(design));
}

/// The only crossover from functions to Kubernetes.
Exact toKubernetes(const Curves& curves) {
    Exact found = 0;
    for (const Crossover& crossover : curves.crossovers) {
        if (crossover.from == "all-functions" && crossover.to == "all-kubernetes") {
            CHECK(found == 0);
            found = crossover.requestsPerMonth;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("scenario A costs 0.1033335 on a function and 150.161 on the cluster") {
    const Figures figures = figuresOf(test::scenarioA(), test::shippedCatalog(), test::shippedPrices());
    CHECK(figures.bill.exact == exactOf(0.1033335));
    CHECK(figures.bill.monthly == Money{103'334});
    REQUIRE(figures.bill.lines.size() == 2);
    CHECK(figures.bill.lines[0].key == "api/requests");
    CHECK(figures.bill.lines[0].monthly == Money{20'000});
    CHECK(figures.bill.lines[1].key == "api/gbSeconds");
    CHECK(figures.bill.lines[1].title == "Duration (x86_64)");
    CHECK(figures.bill.lines[1].monthly == Money{83'334});
    CHECK(figures.bill.lines[1].arithmetic ==
          "100,000 requests x 200 ms / 1,000 x 256 MB / 1,024 = 5,000 GB-s; x $0.0000166667 per GB-s");
    const Bill cluster = billOn(test::scenarioA(), "api", Host::Kubernetes);
    CHECK(cluster.exact == exactOf(150.161));
    CHECK(cluster.monthly == Money{150'161'000});
    CHECK(cluster.shared == cluster.monthly);
    std::vector<std::string> keys;
    for (const BillLine& line : cluster.lines) {
        keys.push_back(line.key);
    }
    CHECK(keys == std::vector<std::string>{"control-plane/controlPlaneHours", "nodes/nodeHours",
                                           "load-balancer/loadBalancerHours"});
    CHECK(cluster.lines[1].arithmetic == "2 nodes all month (set by hand) x 730 h = 1,460 hours; x $0.0416 per hour");
}

TEST_CASE("scenario A crosses to Kubernetes where each front door makes it") {
    CHECK(toKubernetes(curves(test::scenarioA())) == 145'316'863);                                              // X4
    CHECK(toKubernetes(curves(with(test::scenarioA(), "api", {{"frontDoor", std::string("rest-api")}}))) ==
          33'123'738);                                                                                          // X2
    CHECK(toKubernetes(curves(with(test::scenarioA(), "api", {{"frontDoor", std::string("http-api")}}))) ==
          73'849'612);                                                                                          // X5
}

TEST_CASE("free amounts of the account move the crossover of scenario A") {
    Design design = with(test::scenarioA(), "api", {{"frontDoor", std::string("rest-api")}});
    design.settings.freeAmounts = true;
    CHECK(toKubernetes(curves(design)) == 34'638'447);  // X8
}

TEST_CASE("sums set by hand take the place of the computed lines") {
    Design design = test::scenarioA();
    design.settings.bill.fixed = {{"nodes", 60}, {"load-balancer", 16}};
    CHECK(billOn(design, "api", Host::Kubernetes).exact == 149);
    CHECK(toKubernetes(curves(design)) == 144'193'316);  // X3
    CHECK(toKubernetes(curves(with(design, "api", {{"frontDoor", std::string("rest-api")}}))) == 32'867'635);  // X1
}

TEST_CASE("scenario B costs 659.5175 on a function and 461.725 on three nodes") {
    const Figures figures = figuresOf(test::scenarioB(), test::shippedCatalog(), test::shippedPrices());
    CHECK(figures.bill.exact == exactOf(659.5175));
    CHECK(figures.bill.monthly == Money{659'517'500});
    std::map<std::string, Exact> lines;
    for (const BillLine& line : figures.bill.lines) {
        lines[line.key] = line.exact;
    }
    CHECK(lines == std::map<std::string, Exact>{{"api/requests", 10},
                                                {"api/gbSeconds", exactOf(416.6675)},
                                                {"api/calls", 175},
                                                {"api/logGb", 25},
                                                {"nat-hours/natHours", exactOf(32.85)}});
    CHECK(billOn(test::scenarioB(), "api", Host::Kubernetes).exact == exactOf(461.725));
    CHECK(toKubernetes(figures.curves) == 34'218'705);  // X7
}

TEST_CASE("scenario B with the article's own sums crosses at 33031871") {
    Design design = test::scenarioB();
    design.settings.bill.fixed = {{"nat-hours", 45}, {"nodes", 370}, {"load-balancer", 16}};
    CHECK(billOn(design, "api", Host::Kubernetes).exact == 459);
    CHECK(toKubernetes(curves(design)) == 33'031'871);  // X6
}

TEST_CASE("Wasm meets Kubernetes exactly where its CPU time makes it") {
    const std::vector<std::pair<double, int>> crossings{
        {1, 464'878'126}, {5, 371'902'501}, {10, 297'522'001}, {50, 114'431'539}, {200, 34'595'582}};
    for (const auto& [cpuMs, expected] : crossings) {
        INFO(cpuMs);
        Exact found = 0;
        for (const Crossover& crossover : curves(with(test::scenarioA(), "api", {{"cpuMs", cpuMs}})).crossovers) {
            if (crossover.from == "all-wasm" && crossover.to == "all-kubernetes") {
                found = crossover.requestsPerMonth;
            }
        }
        CHECK(found == expected);
        if (cpuMs <= 10) {
            // The request before costs the same to the last digit.
            Design design = with(test::scenarioA(), "api", {{"cpuMs", cpuMs}});
            Service api = *design.services.find({"api"});
            api.host = Host::Wasm;
            design.services.put(api);
            CHECK(billAt(design, test::shippedCatalog(), test::shippedPrices(), expected - 1).exact ==
                  exactOf(150.161));
        }
    }
}

TEST_CASE("the reason of a crossover says what each bill does") {
    const Curves found = curves(test::scenarioA());
    REQUIRE(!found.crossovers.empty());
    for (const Crossover& crossover : found.crossovers) {
        if (crossover.from == "all-functions" && crossover.to == "all-kubernetes") {
            CHECK(crossover.reason == "Kubernetes costs $150.16 a month whatever the load up to here; the bill of "
                                      "functions grows by $1.03 per million requests and passes it.");
        }
    }
}
