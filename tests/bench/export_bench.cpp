// SPDX-License-Identifier: Apache-2.0
#include "core/disk/write_bundle.h"
#include "core/export/exporter.h"
#include "tests/bench/bench.h"
#include "tests/support/export_samples.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_designs.h"

#include <cstdlib>

using namespace tideline;

namespace {

/// Without the targets that refuse the design: a stack of 1,000 services is more than CloudFormation takes, which is
/// known when the template is made, so its time counts.
std::vector<TargetBundle> allTargets(const Analysis& analysis, const ExportOptions& options) {
    std::vector<TargetBundle> bundles;
    for (const Exporter& exporter : exporters()) {
        if (Result<ExportBundle> bundle = exporter.build(analysis, options)) {
            bundles.push_back({.target = std::string(exporter.key), .bundle = std::move(*bundle)});
        }
    }
    return bundles;
}

void stopAt(const Error& error) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    std::exit(1);
}

/// The files in memory, each target once by itself, and all of them written.
void benchTargets(const std::string& name, const Design& design, double limitMs, double writeLimitMs) {
    const int services = static_cast<int>(design.services.size());
    const Analysis analysis = test::shippedAnalysis(design);
    const ExportOptions options = test::shippedExportOptions();
    const std::vector<TargetBundle> bundles = allTargets(analysis, options);
    const int runs = services > 100 ? 5 : 15;
    bench::print({"all targets in memory, " + name, services,
                  bench::medianMs(runs, [&] { bench::keep(allTargets(analysis, options)); }), limitMs, "limit"});
    for (const Exporter& exporter : exporters()) {
        bench::print({std::string(exporter.key) + ", " + name, services,
                      bench::medianMs(runs, [&] { bench::keep(exporter.build(analysis, options)); }), 0, ""});
    }
    std::size_t folder = 0;
    const test::TemporaryFolder place;
    const double ms = bench::medianMs(
        3,
        [&] {
            if (const Result<BundlePlan> plan = writeBundles(bundles, {.folder = place.file(std::to_string(folder))});
                !plan) {
                stopAt(plan.error());
            }
        },
        [&] { ++folder; });
    bench::print({"all targets written and synced, " + name, services, ms, writeLimitMs, "limit"});
}

}  // namespace

int main() {
    benchTargets("order platform", test::orderPlatform(), 5, 0);
    benchTargets("chain", test::chainOf(1000), 250, 2000);
}
