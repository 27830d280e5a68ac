// SPDX-License-Identifier: Apache-2.0
#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"
#include "core/figures/load_sweep.h"
#include "core/figures/uncertainty.h"
#include "tests/bench/bench.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Design withNodesForThePeak(Design design) {
    const Figures figures = figuresOf(design, test::shippedCatalog(), test::shippedPrices());
    design.settings.cluster.nodes = figures.cluster ? figures.cluster->need.peakNodes : 1;
    return design;
}

void benchFigures(const char* subject, const Design& design, double limitMs) {
    const double ms =
        bench::medianMs(15, [&] { bench::keep(figuresOf(design, test::shippedCatalog(), test::shippedPrices())); });
    bench::print({subject, static_cast<int>(design.services.size()), ms, limitMs, "limit"});
}

/// 1,000 samples of three inputs over 25 loads.
void benchUncertainty(const char* subject, Design design, double limitMs) {
    design.settings.ranges = {
        {.input = "cluster/zones", .low = 2, .high = 3},
        {.input = "entries/" + design.entries.begin()->id.text + "/monthly", .low = 1e6, .high = 2e7},
        {.input = "prices/aws.lambda.requests", .low = 0.1, .high = 0.3, .likely = 0.2}};
    const CurveRange range{.points = 25};
    const double ms = bench::medianMs(5, [&] {
        bench::keep(uncertaintyOf(design, test::shippedCatalog(), test::shippedPrices(), range, {.samples = 1000}));
    });
    bench::print({subject, static_cast<int>(design.services.size()), ms, limitMs, "limit"});
}

/// The bills alone, one pass over services and points: what no method goes below.
void benchOnePass(const char* subject, const Design& design) {
    DesignModel model(design, test::shippedCatalog(), test::shippedPrices());
    BillModel bill(model.shelf(), drawnHosts(model.cost()));
    const std::vector<double> loads = loadsOf({});
    const double ms = bench::medianMs(7, [&] {
        double sum = 0;
        for (int curve = 0; curve < 4; ++curve) {
            for (const double load : loads) {
                sum += bill.at({load, model.cost().drawnRequests}).dollars;
            }
        }
        bench::keep(sum);
    });
    bench::print({subject, static_cast<int>(design.services.size()), ms, 0, "limit"});
}

void benchCurves(const char* subject, const Design& design, double limitMs) {
    const double ms =
        bench::medianMs(7, [&] { bench::keep(curvesOf(design, test::shippedCatalog(), test::shippedPrices(), {})); });
    bench::print({subject, static_cast<int>(design.services.size()), ms, limitMs, "limit"});
}

}  // namespace

int main() {
    benchFigures("one edit with all figures, order platform", test::orderPlatform(), 2);
    benchCurves("curves with crossovers, order platform", test::orderPlatform(), 1);
    benchUncertainty("uncertainty with 1,000 samples, order platform", test::orderPlatform(), 150);
    const Design chain = test::chainOf(1000);
    benchOnePass("800 bills, nodes fixed for the peak: the bound", withNodesForThePeak(chain));
    benchCurves("curves with crossovers, nodes fixed for the peak", withNodesForThePeak(chain), 12);
    benchCurves("curves with crossovers, autoscaled week", chain, 48);
    for (const int services : {10, 100, 1000, 10'000}) {
        benchCurves("curves with crossovers, nodes fixed, chain", withNodesForThePeak(test::chainOf(services)), 0);
    }
    for (const int services : {10, 100, 1000}) {
        benchFigures("one edit with all figures, chain", test::chainOf(services), 0);
    }
}
