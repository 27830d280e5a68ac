// SPDX-License-Identifier: Apache-2.0
#include "core/cost/curve_placement.h"

#include "core/figures/design_model.h"
#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

CurvePlacement placedOn(const char* curve, test::DesignBuilder builder) {
    const Design design = builder.entry("api", 1e6).design;
    DesignModel model(design, test::shippedCatalog(), test::shippedPrices());
    return placedOn(*findCurveKind(curve), model.cost());
}

}  // namespace

TEST_CASE("curve placement: a store goes to the provider when the workloads leave the cluster", "[cost][curve]") {
    test::DesignBuilder builder;
    builder.service("api", "http-api", Host::Kubernetes).service("db", "relational-database", Host::Kubernetes);

    CHECK(placedOn("all-functions", builder).hosts == Hosts{Host::Function, Host::Managed});
    CHECK(placedOn("all-kubernetes", builder).hosts == Hosts{Host::Kubernetes, Host::Kubernetes});
}

TEST_CASE("curve placement: a managed place without a public price is not taken as free", "[cost][curve]") {
    test::DesignBuilder builder;
    builder.service("api", "http-api", Host::Kubernetes).service("model", "llm-serving", Host::Kubernetes);

    const CurvePlacement placement = placedOn("all-functions", builder);

    CHECK(placement.hosts == Hosts{Host::Function, Host::Kubernetes});
    REQUIRE(placement.infeasible.size() == 1);
    CHECK(placement.infeasible.front().id == ServiceId{"model"});
}

TEST_CASE("a design placed for a curve costs what the curve says") {
    for (const Design& design : {test::orderPlatform(), test::scenarioA(), test::scenarioB()}) {
        const double drawn = requestsPerMonth(design);
        const Curves curves = curvesOf(design, test::shippedCatalog(), test::shippedPrices(),
                                       {.from = drawn, .to = 2 * drawn, .points = 2});
        REQUIRE(curves.curves.size() > 2);
        for (const CostCurve& curve : curves.curves) {
            INFO(design.title << ", " << curve.key);
            const Design placed = placedForCurve(design, test::shippedCatalog(), test::shippedPrices(), curve.key);
            const Bill bill = billAt(placed, test::shippedCatalog(), test::shippedPrices(), drawn);
            CHECK(bill.monthly.dollars() == Approx(curve.monthly.front()));
        }
    }
}
