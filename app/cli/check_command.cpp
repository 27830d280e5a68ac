// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/findings_text.h"
#include "app/cli/inputs.h"
#include "core/analysis/analysis.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

struct Options {
    std::string file, format, failOn;
};

bool reaches(const std::vector<Finding>& findings, Severity least) {
    return std::ranges::any_of(
        findings, [least](const Finding& finding) { return !finding.accepted && finding.severity >= least; });
}

ExitCode runCheck(const CommandLine& line, const Options& options) {
    Input<Inputs> inputs = loadInputs(line, options.file);
    if (!inputs) {
        return refuse(inputs.error());
    }
    const Analysis analysis = analyze(std::move(inputs->design), inputs->catalog, inputs->prices);
    std::string text = options.format == "json"    ? findingsJson(analysis)
                       : options.format == "sarif" ? findingsSarif(analysis, options.file)
                                                   : findingsText(analysis);
    const std::optional<Severity> least = severityOfKey(options.failOn);
    return print(text, least && reaches(analysis.findings, *least) ? ExitCode::DoneBut : ExitCode::Done);
}

}  // namespace

void declareCheck(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "check", "show what is questionable in a design");
    command->add_option("DESIGN", options->file, "a *.tideline file, or -")->type_name("")->required();
    addFormat(*command, options->format, {"text", "json", "sarif"});
    command->add_option("--fail-on", options->failOn, "end with 1 when there is such a finding, or a graver one")
        ->check(CLI::IsMember({"problem", "warning", "hint"}))
        ->type_name("SEVERITY");
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runCheck(at, *options); }; });
}

}  // namespace tideline
