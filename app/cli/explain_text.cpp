// SPDX-License-Identifier: Apache-2.0
#include "app/cli/explain_text.h"

#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"
#include "core/cost/crossover_reason.h"
#include "core/cost/plain_number.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <cstdlib>

namespace tideline {

namespace {

constexpr std::size_t kShownEffects = 25;

std::string plain(double value) {
    return plainNumber(exactOf(std::strtod(fmt::format("{:.6g}", value).c_str(), nullptr)));
}

std::string sourceText(const PriceSource& source) {
    if (source.url.empty()) {
        return source.asOf.empty() ? source.title : fmt::format("{}, {}", source.title, source.asOf);
    }
    return fmt::format("{}, {} ({})", source.title, source.asOf, source.url);
}

std::string effectsText(const std::vector<InputEffect>& effects, bool isMoney) {
    TextTable table({Column::Text, Column::Text, Column::Text, Column::Number, Column::Text, Column::Text});
    table.add({"INPUT", "NOW", "CHANGED TO", "PER CENT FOR ONE", "THEN", "FROM"});
    for (std::size_t at = 0; at < effects.size() && at < kShownEffects; ++at) {
        const InputEffect& effect = effects[at];
        const std::string then = !effect.moved ? "no crossover near"
                                 : isMoney     ? groupedDecimal(*effect.moved, 6)
                                               : grouped(*effect.moved);
        table.add({effect.input.title, fmt::format("{} {}", plain(effect.input.value), effect.input.unit),
                   plain(effect.changedTo), effect.moved ? fmt::format("{:+.3f}", effect.elasticity) : "", then,
                   effect.input.origin});
    }
    std::string text = table.text();
    if (effects.size() > kShownEffects) {
        text += fmt::format("and {} weaker ones\n", effects.size() - kShownEffects);
    }
    return text;
}

JsonValue effectsJson(const std::vector<InputEffect>& effects) {
    JsonValue list = JsonValue::list();
    for (const InputEffect& effect : effects) {
        JsonValue json = JsonValue::object();
        json.set("input", effect.input.path).set("title", effect.input.title).set("value", effect.input.value);
        json.set("unit", effect.input.unit).set("origin", effect.input.origin).set("changedTo", effect.changedTo);
        json.set("elasticity", effect.elasticity).set("moved", optionalJson(effect.moved));
        list.add(json);
    }
    return list;
}

std::string billSideText(const std::string& title, const Bill& bill) {
    TextTable table({Column::Text, Column::Text, Column::Number, Column::Text});
    table.add({title, "", groupedDecimal(bill.exact, 6), ""});
    for (const BillLine& line : bill.lines) {
        table.add({"  " + (line.service ? line.service->text : "shared"), line.title,
                   line.dependsOn ? "depends" : groupedDecimal(line.exact, 6), line.arithmetic});
    }
    return table.text();
}

}  // namespace

std::string lineText(const LineExplanation& explanation) {
    const BillLine& line = explanation.line;
    std::string text = fmt::format("{}: {}\n", line.key, line.title);
    text += fmt::format("  {} = {} USD a month, {} on the bill\n", line.dependsOn ? *line.dependsOn : line.arithmetic,
                        shortestText(line.exact), moneyText(line.monthly));
    if (!line.note.empty()) {
        text += fmt::format("  {}\n", line.note);
    }
    if (explanation.price) {
        const Price& price = *explanation.price;
        text += fmt::format("\nPrice {} ({}), for {}\n", price.key, price.book, counted(price.per, price.unit));
        for (const PriceTier& tier : price.tiers) {
            text += fmt::format("  {} {}\n", shortestText(tier.value),
                                tier.upTo                 ? "up to " + grouped(*tier.upTo)
                                : price.tiers.size() == 1 ? std::string("for all")
                                                          : std::string("beyond"));
        }
        text += price.rule.empty() ? "" : fmt::format("  Rule: {}\n", price.rule);
        text += price.grade.empty() ? "" : fmt::format("  Known by: {}\n", price.grade);
    }
    text += fmt::format("\nSource: {}\n", sourceText(line.source));
    if (!explanation.effects.empty()) {
        text += "\nInputs that move it, each changed alone and everything computed again\n" +
                effectsText(explanation.effects, true);
    }
    return text;
}

JsonValue lineJson(const LineExplanation& explanation) {
    const BillLine& line = explanation.line;
    JsonValue json = JsonValue::object();
    json.set("key", line.key).set("title", line.title).set("arithmetic", line.arithmetic);
    json.set("units", exactJson(line.units)).set("unit", line.unit).set("exact", exactJson(line.exact));
    json.set("monthly", moneyJson(line.monthly)).set("note", line.note);
    json.set("dependsOn", line.dependsOn ? JsonValue(*line.dependsOn) : JsonValue());
    json.set("price", line.price.empty() ? JsonValue() : JsonValue(line.price)).set("source", sourceJson(line.source));
    return json.set("inputs", effectsJson(explanation.effects));
}

std::string crossoverText(const CrossoverExplanation& explanation) {
    const Crossover& crossover = explanation.crossover;
    std::string text =
        fmt::format("{} than {} at {} requests a month, exactly.\n{}\n\n", becomesCheaper(explanation.toTitle),
                    explanation.fromTitle, grouped(crossover.requestsPerMonth), crossover.reason);
    if (!crossover.dependsOn.empty()) {
        text += fmt::format("Prices without a value would move it: {}.\n\n", fmt::join(crossover.dependsOn, ", "));
    }
    text += "Both bills there\n" + billSideText(explanation.fromTitle, explanation.from) + "\n" +
            billSideText(explanation.toTitle, explanation.to);
    text += fmt::format("\nWhat moves it: per cent of the crossover for one per cent of the input\n{}",
                        effectsText(explanation.effects, false));
    if (explanation.tried < explanation.inputs) {
        text += fmt::format("{} of {} inputs were varied, those of the largest bills.\n", explanation.tried,
                            explanation.inputs);
    }
    return text;
}

JsonValue crossoverJson(const CrossoverExplanation& explanation) {
    const Crossover& crossover = explanation.crossover;
    JsonValue json = JsonValue::object();
    json.set("requestsPerMonth", exactJson(crossover.requestsPerMonth)).set("from", crossover.from);
    json.set("to", crossover.to).set("lowest", crossover.lowest).set("monthly", exactJson(crossover.monthly));
    json.set("reason", crossover.reason).set("dependsOn", textsJson(crossover.dependsOn));
    json.set("fromLines", arithmeticJson(explanation.from)).set("toLines", arithmeticJson(explanation.to));
    json.set("inputs", effectsJson(explanation.effects)).set("tried", explanation.tried);
    return json.set("known", explanation.inputs);
}

std::string readingsText(const std::vector<ReadingResult>& results) {
    TextTable table({Column::Text, Column::Number, Column::Number, Column::Number, Column::Number, Column::Text});
    table.add({"ID", "CROSSOVER", "PER MILLION", "FIXED", "CLUSTER", "READING"});
    for (const ReadingResult& result : results) {
        table.add({std::string(result.reading->id), grouped(result.requests), groupedDecimal(result.perMillion, 4),
                   groupedDecimal(result.fixed, 4), groupedDecimal(result.kubernetes, 4),
                   std::string(result.reading->assumptions)});
    }
    return "The claim \"Kubernetes from 30-40 million requests a month\" in 38 readings: the smallest whole number of\n"
           "requests from which the cluster is strictly cheaper. It is reached where FIXED + PER MILLION x millions is "
           "more\n"
           "than CLUSTER; a FIXED below 0 is what free amounts take off, and the second tier of the REST front door "
           "makes\n"
           "a million cheaper beyond 333.\n\n" +
           table.text();
}

JsonValue readingsJson(const std::vector<ReadingResult>& results) {
    JsonValue list = JsonValue::list();
    for (const ReadingResult& result : results) {
        JsonValue json = JsonValue::object();
        json.set("id", result.reading->id).set("reading", result.reading->assumptions);
        json.set("requestsPerMonth", exactJson(result.requests)).set("perMillion", exactJson(result.perMillion));
        json.set("fixed", exactJson(result.fixed)).set("kubernetes", exactJson(result.kubernetes));
        list.add(json.set("publishedMillions", result.reading->millions));
    }
    return list;
}

std::string nodesText(const std::vector<NodeChoice>& choices) {
    TextTable table({Column::Text, Column::Text, Column::Number, Column::Number, Column::Number, Column::Number,
                     Column::Number, Column::Text});
    table.add({"", "NODE", "USD AN HOUR", "MEAN", "PEAK", "LEAST", "DESIGN A MONTH", ""});
    for (const NodeChoice& choice : choices) {
        table.add({choice.isChosen ? "*" : "", choice.price, groupedDecimal(choice.hourly, 6),
                   groupedDecimal(exactOf(choice.meanNodes), 2), groupedDecimal(exactOf(choice.peakNodes), 0),
                   groupedDecimal(exactOf(choice.leastPeakNodes), 0), moneyText(choice.monthly),
                   choice.oversized > 0 ? fmt::format("{:.0f} pods do not fit on it", choice.oversized) : ""});
    }
    return table.text() + "* is the design's own. LEAST is the bound that no packing of the busiest hour goes below; "
                          "PEAK is first fit.\n";
}

JsonValue nodesJson(const std::vector<NodeChoice>& choices) {
    JsonValue list = JsonValue::list();
    for (const NodeChoice& choice : choices) {
        JsonValue json = JsonValue::object();
        json.set("price", choice.price).set("title", choice.title).set("hourly", exactJson(choice.hourly));
        json.set("meanNodes", choice.meanNodes).set("peakNodes", choice.peakNodes);
        json.set("leastPeakNodes", choice.leastPeakNodes).set("oversized", choice.oversized);
        list.add(json.set("monthly", moneyJson(choice.monthly)).set("chosen", choice.isChosen));
    }
    return list;
}

std::string articleText(const std::vector<ArticleFigure>& figures) {
    if (figures.empty()) {
        return {};
    }
    TextTable table({Column::Text, Column::Number, Column::Number, Column::Text, Column::Text});
    table.add({"THE ARTICLE SAYS", "", "OURS", "", "WHY"});
    for (const ArticleFigure& figure : figures) {
        const std::string end =
            figure.publishedTo > 0 ? " to " + groupedDecimal(exactOf(figure.publishedTo), 4) : std::string();
        table.add({std::string(figure.what), groupedDecimal(exactOf(figure.published), 4) + end,
                   groupedDecimal(figure.ours, 4), std::string(figure.unit), std::string(figure.reason)});
    }
    return table.text();
}

JsonValue articleJson(const std::vector<ArticleFigure>& figures) {
    JsonValue list = JsonValue::list();
    for (const ArticleFigure& figure : figures) {
        JsonValue json = JsonValue::object();
        json.set("id", figure.id).set("what", figure.what).set("unit", figure.unit);
        json.set("published", figure.published);
        if (figure.publishedTo > 0) {
            json.set("publishedTo", figure.publishedTo);
        }
        json.set("ours", exactJson(figure.ours)).set("reason", figure.reason);
        list.add(json);
    }
    return list;
}

std::string arithmeticText(const Bill& bill, const Design& design) {
    std::string text;
    for (const BillLine& line : bill.lines) {
        const Service* service = line.service ? design.services.find(*line.service) : nullptr;
        text += fmt::format("{}  {}\n  {}, {}: {}\n", line.dependsOn ? "depends" : moneyText(line.monthly), line.key,
                            service != nullptr ? service->name : "shared", line.title,
                            line.dependsOn ? *line.dependsOn : line.arithmetic);
        text += line.note.empty() ? "" : fmt::format("  {}\n", line.note);
        if (const std::string source = sourceText(line.source); !source.empty()) {
            text += fmt::format("  {}\n", source);
        }
    }
    return text;
}

JsonValue arithmeticJson(const Bill& bill) {
    JsonValue list = JsonValue::list();
    for (const BillLine& line : bill.lines) {
        JsonValue json = JsonValue::object();
        json.set("key", line.key).set("title", line.title).set("exact", exactJson(line.exact));
        json.set("monthly", moneyJson(line.monthly)).set("arithmetic", line.arithmetic).set("note", line.note);
        json.set("dependsOn", line.dependsOn ? JsonValue(*line.dependsOn) : JsonValue());
        list.add(json.set("source", sourceJson(line.source)));
    }
    return list;
}

}  // namespace tideline
