// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/explain_text.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/templates.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

struct Options {
    std::string file, key, crossover, format;
    bool readings = false, nodes = false;
};

ExitCode printed(const Options& options, const std::string& text, const JsonValue& json) {
    return print(options.format == "json" ? jsonText(json) : text);
}

/// The readings stand on their own: they are made of the starter design of scenario B.
ExitCode explainReadings(const CommandLine& line, const Options& options) {
    const Input<std::vector<Template>> starters = loadTemplates(line);
    if (!starters) {
        return refuse(starters.error());
    }
    const auto scenario = std::ranges::find(*starters, "scenario-b-50m", &Template::key);
    if (scenario == starters->end()) {
        return refuse(ExitCode::FileFailed,
                      {"the starter design 'scenario-b-50m' is missing from the data folder", {}});
    }
    const Input<Catalog> catalog = loadCatalog(line);
    if (!catalog) {
        return refuse(catalog.error());
    }
    const Input<PriceBook> prices = loadPrices(line);
    if (!prices) {
        return refuse(prices.error());
    }
    const std::vector<ReadingResult> results = readingResults(scenario->design, *catalog, *prices);
    return printed(options, readingsText(results), JsonValue::object().set("readings", readingsJson(results)));
}

ExitCode explainOneLine(const Inputs& inputs, const Options& options) {
    const Result<LineExplanation> explanation =
        explainLine({inputs.design, inputs.prices}, inputs.catalog, options.key);
    if (!explanation) {
        return refuse(ExitCode::InputRefused, {explanation.error().message, options.file});
    }
    return printed(options, lineText(*explanation), lineJson(*explanation));
}

ExitCode explainOneCrossover(const Inputs& inputs, const Options& options) {
    const Result<CrossoverExplanation> explanation =
        explainCrossover({inputs.design, inputs.prices}, inputs.catalog, *readNumber(options.crossover));
    if (!explanation) {
        return refuse(ExitCode::InputRefused, {explanation.error().message, options.file});
    }
    return printed(options, crossoverText(*explanation), crossoverJson(*explanation));
}

ExitCode explainNodes(const CommandLine& line, const Inputs& inputs, const Options& options) {
    const Input<PriceBook> prices = loadAllPrices(line);
    if (!prices) {
        return refuse(prices.error());
    }
    const auto isPod = [](const Service& service) { return service.host == Host::Kubernetes; };
    if (std::ranges::none_of(inputs.design.services, isPod)) {
        return refuse(ExitCode::InputRefused,
                      {"no service of the design stands on Kubernetes, so it has no nodes to compare; place one there",
                       options.file});
    }
    const std::vector<NodeChoice> choices = nodeChoices(inputs.design, inputs.catalog, *prices);
    return printed(options, nodesText(choices), JsonValue::object().set("nodes", nodesJson(choices)));
}

ExitCode explainAll(const Inputs& inputs, const Options& options) {
    const Bill bill = billAt(inputs.design, inputs.catalog, inputs.prices, requestsPerMonth(inputs.design));
    const std::vector<ArticleFigure> figures = articleFigures(inputs.design, inputs.catalog, inputs.prices);
    std::string text =
        fmt::format("{}: {} {} a month\n\n", inputs.design.title, moneyText(bill.monthly), bill.currency);
    if (!figures.empty()) {
        text += articleText(figures) + "\n";
    }
    text += arithmeticText(bill, inputs.design);
    JsonValue json = JsonValue::object();
    json.set("design", inputs.design.title).set("monthly", moneyJson(bill.monthly));
    json.set("lines", arithmeticJson(bill)).set("article", articleJson(figures));
    return printed(options, text, json);
}

ExitCode runExplain(const CommandLine& line, const Options& options) {
    if (options.readings) {
        return explainReadings(line, options);
    }
    if (options.file.empty()) {
        return refuse(ExitCode::WrongUse, {"explain needs a design, or --readings", {}});
    }
    const Input<Inputs> inputs = loadInputs(line, options.file);
    if (!inputs) {
        return refuse(inputs.error());
    }
    remarkStandards(line, options.file, *inputs);
    if (!options.key.empty()) {
        return explainOneLine(*inputs, options);
    }
    if (options.nodes) {
        return explainNodes(line, *inputs, options);
    }
    return options.crossover.empty() ? explainAll(*inputs, options) : explainOneCrossover(*inputs, options);
}

}  // namespace

void declareExplain(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "explain", "say where a number comes from, and what moves it most");
    command->add_option("DESIGN", options->file, "a *.tideline file, or -")->type_name("");
    auto* key = command->add_option("--line", options->key, "a line of the bill, by its key (see cost --format json)");
    auto* crossover = command->add_option("--crossover", options->crossover, "the crossover nearest to N requests");
    auto* readings = command->add_flag("--readings", options->readings, "the articles' claim in 38 readings");
    auto* nodes = command->add_flag("--nodes", options->nodes, "the cluster on each machine of the price books");
    nodes->excludes(key)->excludes(crossover)->excludes(readings);
    key->type_name("KEY")->excludes(crossover)->excludes(readings);
    crossover->check(numberComplaint)->type_name("N")->excludes(readings);
    addFormat(*command, options->format, {"text", "json"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runExplain(at, *options); }; });
}

}  // namespace tideline
