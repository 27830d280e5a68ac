// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"

#include <fmt/core.h>

namespace tideline {

namespace {

JsonValue tiersJson(const Price& price) {
    JsonValue tiers = JsonValue::list();
    for (const PriceTier& tier : price.tiers) {
        JsonValue json = JsonValue::object();
        json.set("upTo", optionalJson(tier.upTo)).set("value", exactJson(tier.value)).set("per", exactJson(price.per));
        tiers.add(json);
    }
    return tiers;
}

JsonValue freeJson(const Price& price) {
    if (!price.freePerMonth) {
        return {};
    }
    JsonValue json = JsonValue::object();
    json.set("amount", exactJson(*price.freePerMonth)).set("group", price.freeGroup).set("note", price.freeNote);
    return json;
}

JsonValue priceJson(const Price& price) {
    JsonValue json = JsonValue::object();
    json.set("key", price.key).set("title", price.title).set("unit", price.unit).set("tiers", tiersJson(price));
    json.set("included", optionalJson(price.includedPerMonth)).set("free", freeJson(price));
    json.set("userSupplied", price.userSupplied).set("rule", price.rule).set("grade", price.grade);
    json.set("book", price.book).set("source", sourceJson(price.source)).set("asOf", price.source.asOf);
    return json;
}

std::string valueText(const Price& price) {
    if (price.tiers.empty()) {
        return "you supply it";
    }
    std::string text = shortestText(price.tiers.front().value);
    return price.tiers.size() > 1 ? text + fmt::format(" ({} tiers)", price.tiers.size()) : text;
}

ExitCode runPrices(const CommandLine& line, const std::string& format) {
    const Input<PriceBook> book = loadPrices(line);
    if (!book) {
        return refuse(book.error());
    }
    JsonValue list = JsonValue::list();
    TextTable table({Column::Text, Column::Text, Column::Text, Column::Text, Column::Text});
    table.add({"KEY", book->currency, "PER", "AS OF", "SOURCE"});
    for (const Price& price : book->prices) {
        list.add(priceJson(price));
        table.add({price.key, valueText(price), fmt::format("{} {}", grouped(price.per), price.unit), price.source.asOf,
                   price.source.url});
    }
    JsonValue json = JsonValue::object();
    json.set("currency", book->currency).set("hoursPerMonth", book->hoursPerMonth).set("prices", list);
    return print(format == "json" ? jsonText(json) : table.text());
}

}  // namespace

void declarePrices(CLI::App& program, CommandLine& line) {
    auto format = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "prices", "list every price with unit, tiers, source and date");
    addFormat(*command, *format, {"text", "json"});
    command->callback([&line, format] { line.run = [format](CommandLine& at) { return runPrices(at, *format); }; });
}

}  // namespace tideline
