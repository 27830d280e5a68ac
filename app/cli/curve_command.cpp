// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/curve_text.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "core/figures/figures.h"

#include <fmt/core.h>

namespace tideline {

namespace {

struct Options {
    std::string file, format;
    std::string from = "10k", to = "1G";
    int points = 200;
};

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
    addFormat(*command, options->format, {"text", "json", "csv"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runCurve(at, *options); }; });
}

}  // namespace tideline
