// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/curve_text.h"
#include "app/cli/growth_text.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "app/cli/uncertainty_text.h"
#include "core/figures/figures.h"

#include <fmt/core.h>

namespace tideline {

namespace {

struct Options {
    std::string file, format;
    std::string from = "10k", to = "1G";
    int points = 200;
    SampleOptions sampling{.samples = 0};  // 0 = no bands
    double growth = 0;                     // per cent a month
    int months = 0;                        // 0 = no growth
};

ExitCode runGrowth(const Inputs& inputs, const Options& options) {
    const std::vector<GrowthMonth> months = growthOf(inputs.design, inputs.catalog, inputs.prices,
                                                     {.monthlyShare = options.growth / 100, .months = options.months});
    if (months.empty()) {
        return refuse(ExitCode::InputRefused,
                      {"the design has no entry with requests of users, so nothing grows", options.file});
    }
    return print(options.format == "json" ? jsonText(JsonValue::object().set("months", growthJson(months)))
                                          : growthText(months));
}

ExitCode runBands(const Inputs& inputs, const CurveRange& range, const Options& options) {
    const Result<Uncertainty> uncertainty =
        uncertaintyOf(inputs.design, inputs.catalog, inputs.prices, range, options.sampling);
    if (!uncertainty) {
        return refuse(ExitCode::InputRefused, {uncertainty.error().message, options.file});
    }
    return print(options.format == "json" ? jsonText(uncertaintyJson(*uncertainty)) : uncertaintyText(*uncertainty));
}

ExitCode runCurve(const CommandLine& line, const Options& options) {
    const CurveRange range{.from = approximately(*readNumber(options.from)),
                           .to = approximately(*readNumber(options.to)),
                           .points = options.points};
    if (range.from < 1 || range.from >= range.to || range.to > 1e15) {
        return refuse(
            ExitCode::InputRefused,
            {fmt::format("a curve needs 1 <= --from < --to <= 1e15, not {} and {}", options.from, options.to), {}});
    }
    const Input<Inputs> inputs = loadInputs(line, options.file);
    if (!inputs) {
        return refuse(inputs.error());
    }
    remarkStandards(line, options.file, *inputs);
    if (options.months > 0) {
        return runGrowth(*inputs, options);
    }
    if (options.sampling.samples > 0) {
        return runBands(*inputs, range, options);
    }
    const Curves curves = curvesOf(inputs->design, inputs->catalog, inputs->prices, range);
    if (!curves.whyNone.empty()) {
        return refuse(ExitCode::InputRefused, {curves.whyNone, options.file});
    }
    return print(options.format == "json"  ? curvesJson(curves)
                 : options.format == "csv" ? curvesCsv(curves)
                                           : curvesText(curves));
}

}  // namespace

void declareCurve(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "curve", "show cost curves over requests per month, and where they cross");
    command->add_option("DESIGN", options->file, "a *.tideline file, or -")->type_name("")->required();
    command->add_option("--from", options->from, "least requests per month")
        ->check(numberComplaint)
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--to", options->to, "most requests per month")
        ->check(numberComplaint)
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--points", options->points, "points of each curve, evenly spaced in log10")
        ->check(CLI::Range(2, 10000))
        ->type_name("K")
        ->capture_default_str();
    auto* samples = command->add_option("--samples", options->sampling.samples,
                                        "bands and probabilities from so many samples of settings.ranges");
    samples->check(CLI::Range(1, 100'000))->type_name("K");
    command->add_option("--seed", options->sampling.seed, "another seed draws other samples")->needs(samples);
    command->add_option("--threads", options->sampling.threads, "threads to use; the result is the same")
        ->check(CLI::Range(1, 64))
        ->needs(samples);
    auto* months = command->add_option("--months", options->months, "the bills of the next months");
    months->check(CLI::Range(1, 120))->type_name("K")->excludes(samples);
    command->add_option("--growth", options->growth, "growth of the traffic a month, in per cent")
        ->check(CLI::Range(-99.0, 1000.0))
        ->type_name("PERCENT")
        ->needs(months);
    addFormat(*command, options->format, {"text", "json", "csv"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runCurve(at, *options); }; });
}

}  // namespace tideline
