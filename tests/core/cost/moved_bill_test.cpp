// SPDX-License-Identifier: Apache-2.0
// A design with one service moved is billed by what changes, and to the same amount as if it were billed anew.
#include "core/cost/moved_bill.h"

#include "core/catalog/host_possibility.h"
#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace tideline;
using namespace tideline::test;

namespace {

bool isSame(double found, double expected) {
    return std::abs(found - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
}

/// How many moves of single services were compared.
int comparedMoves(const Design& design) {
    DesignModel model(design, shippedCatalog(), shippedPrices());
    const Hosts hosts = drawnHosts(model.cost());
    BillModel drawn(model.shelf(), hosts);
    MovedBill moved(model.shelf(), drawn);
    int compared = 0;
    for (std::size_t service = 0; service < hosts.size(); ++service) {
        const ServiceFacts& facts = model.cost().services[service];
        for (const Host host : kHosts) {
            if (host == hosts[service] || hostProblem(*facts.profile, host, facts.exposure)) {
                continue;
            }
            Hosts anew = hosts;
            anew[service] = host;
            BillModel expected(model.shelf(), anew);
            const double all = expected.at({}).dollars;
            const MovedBill::Dollars found = moved.on(service, host);
            CAPTURE(facts.profile->id.text, nameOf(host), found.all, all, found.own, expected.ownDollars(service));
            CHECK(isSame(found.all, all));
            CHECK(isSame(found.own, expected.ownDollars(service)));
            ++compared;
        }
    }
    return compared;
}

}  // namespace

TEST_CASE("a moved service is billed by what changes, as if all were billed anew", "[cost][options]") {
    CHECK(comparedMoves(orderPlatform()) > 10);
    CHECK(comparedMoves(scenarioA()) > 0);
    CHECK(comparedMoves(scenarioB()) > 0);
    CHECK(comparedMoves(chainOf(20)) > 20);
}

TEST_CASE("a moved service is billed right beside every flavour of cluster and every switch of the bill",
          "[cost][options]") {
    Design design = orderPlatform();
    SECTION("Auto Mode has a fee for each node") {
        design.settings.cluster.flavour = "eks-auto";
    }
    SECTION("pods are billed, not nodes") {
        design.settings.cluster.billing = "pods";
    }
    SECTION("the number of nodes is fixed") {
        design.settings.cluster.nodes = 4;
    }
    SECTION("the week keeps the nodes of its peak") {
        design.settings.cluster.autoscaled = false;
    }
    SECTION("nothing is free") {
        design.settings.freeAmounts = false;
    }
    SECTION("people are counted") {
        design.settings.bill.on.insert("people");
    }
    SECTION("support is a share of all") {
        design.settings.bill.on.insert("support");
        design.settings.bill.support =
            SupportPlan{.least = 100, .tiers = {{.upTo = 10'000, .share = 0.1}, {.upTo = {}, .share = 0.07}}};
    }
    SECTION("a sum is set by hand") {
        design.settings.bill.fixed["nodes"] = 1000;
    }
    CHECK(comparedMoves(design) > 10);
}
