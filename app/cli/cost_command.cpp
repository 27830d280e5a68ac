// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bill_text.h"
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "core/figures/figures.h"

namespace tideline {

namespace {

struct Options {
    std::string file, requests, format;
};

ExitCode runCost(const CommandLine& line, const Options& options) {
    const Input<Inputs> inputs = loadInputs(line, options.file);
    if (!inputs) {
        return refuse(inputs.error());
    }
    remarkStandards(line, options.file, *inputs);
    const Design& design = inputs->design;
    double requests = requestsPerMonth(design);
    if (!options.requests.empty()) {
        if (requests <= 0) {
            return refuse(ExitCode::InputRefused,
                          {"the design has no requests of users that --requests could scale; give one service an entry "
                           "that is not background",
                           options.file});
        }
        requests = approximately(*readNumber(options.requests));
    }
    const Bill bill = billAt(design, inputs->catalog, inputs->prices, requests);
    if (bill.monthly.isAtLimit()) {
        return refuse(ExitCode::InputRefused,
                      {"the bill is more than 9,000,000,000,000 a month, which is no bill of this world; look for a "
                       "number of requests, a size or a price that is far too large",
                       options.file});
    }
    const BillView view{bill, design};
    return print(options.format == "json"  ? billJson(view)
                 : options.format == "csv" ? billCsv(view)
                 : options.format == "md"  ? billMarkdown(view)
                                           : billText(view));
}

}  // namespace

void declareCost(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "cost", "show the monthly bill of a design, line by line");
    command->add_option("DESIGN", options->file, "a *.tideline file, or -")->type_name("")->required();
    command->add_option("--requests", options->requests, "requests per month in place of the design's own: 50M, 3e6")
        ->check(numberComplaint)
        ->type_name("N");
    addFormat(*command, options->format, {"text", "json", "csv", "md"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runCost(at, *options); }; });
}

}  // namespace tideline
