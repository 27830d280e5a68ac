// SPDX-License-Identifier: Apache-2.0
#include "core/figures/figures.h"
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

void benchCurves(const char* subject, const Design& design, double limitMs) {
    const double ms =
        bench::medianMs(7, [&] { bench::keep(curvesOf(design, test::shippedCatalog(), test::shippedPrices(), {})); });
    bench::print({subject, static_cast<int>(design.services.size()), ms, limitMs, "limit"});
}

}  // namespace

int main() {
    benchFigures("one edit with all figures, order platform", test::orderPlatform(), 2);
    benchCurves("curves with crossovers, order platform", test::orderPlatform(), 1);
    const Design chain = test::chainOf(1000);
    benchCurves("curves with crossovers, nodes fixed for the peak", withNodesForThePeak(chain), 12);
    benchCurves("curves with crossovers, autoscaled week", chain, 48);
    for (const int services : {10, 100, 1000, 10'000}) {
        benchFigures("one edit with all figures, chain", test::chainOf(services), 0);
    }
}
