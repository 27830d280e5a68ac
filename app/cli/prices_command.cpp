// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"
#include "core/pricing/price_age.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>

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
    json.set("roundUpTo", optionalJson(price.roundUpTo));
    json.set("userSupplied", price.userSupplied).set("rule", price.rule).set("grade", price.grade);
    json.set("doubt", wordsOf(doubtOf(price))).set("book", price.book).set("replaces", price.replaces);
    json.set("source", sourceJson(price.source)).set("asOf", price.source.asOf);
    return json;
}

std::string valueText(const Price& price) {
    if (price.tiers.empty()) {
        return "you supply it";
    }
    std::string text = shortestText(price.tiers.front().value);
    return price.tiers.size() > 1 ? text + fmt::format(" ({} tiers)", price.tiers.size()) : text;
}

struct Options {
    std::string format, on;
    int olderThan = -1;  ///< days; -1 = all
};

Result<std::chrono::sys_days> dayOf(const std::string& text) {
    const std::optional<std::chrono::sys_days> day = priceDay(text);
    if (!day) {
        return failure(fmt::format("'{}' is no day; write it like 2026-11-20", text));
    }
    return *day;
}

/// Those that are older than so many days; prices that a person supplies have no age.
std::vector<Price> olderPrices(const std::vector<Price>& prices, std::chrono::sys_days today, int days) {
    std::vector<Price> older;
    for (const Price& price : prices) {
        const std::optional<std::chrono::sys_days> day = priceDay(price.source.asOf);
        if (day && (today - *day).count() > days) {
            older.push_back(price);
        }
    }
    std::ranges::stable_sort(older, {}, [](const Price& price) { return price.source.asOf; });
    return older;
}

std::string knownText(const Price& price) {
    const std::string_view doubt = wordsOf(doubtOf(price));
    return doubt.empty() ? price.grade : fmt::format("{} ({})", price.grade, doubt);
}

ExitCode runPrices(const CommandLine& line, const Options& options) {
    const Input<PriceBook> book = loadAllPrices(line);
    if (!book) {
        return refuse(book.error());
    }
    std::vector<Price> prices = book->prices;
    if (options.olderThan >= 0) {
        using namespace std::chrono;
        const Result<sys_days> today =
            options.on.empty() ? Result<sys_days>(floor<days>(system_clock::now())) : dayOf(options.on);
        if (!today) {
            return refuse(ExitCode::WrongUse, today.error());
        }
        prices = olderPrices(prices, *today, options.olderThan);
        remark(line, fmt::format("{} of {} prices are older than {} days", prices.size(), book->prices.size(),
                                 options.olderThan));
    }
    JsonValue list = JsonValue::list();
    TextTable table({Column::Text, Column::Text, Column::Text, Column::Text, Column::Text, Column::Text});
    table.add({"KEY", book->currency, "PER", "AS OF", "KNOWN BY", "SOURCE"});
    for (const Price& price : prices) {
        list.add(priceJson(price));
        table.add({price.key, valueText(price), fmt::format("{} {}", grouped(price.per), price.unit), price.source.asOf,
                   knownText(price), price.source.url});
    }
    JsonValue json = JsonValue::object();
    json.set("currency", book->currency).set("hoursPerMonth", book->hoursPerMonth).set("prices", list);
    return print(options.format == "json" ? jsonText(json) : table.text());
}

}  // namespace

void declarePrices(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "prices", "list every price with unit, tiers, source and date");
    auto* older =
        command->add_option("--older-than", options->olderThan, "only prices read more than so many days ago");
    older->check(CLI::Range(0, 100'000))->type_name("DAYS");
    command->add_option("--on", options->on, "count from this day in place of today")->type_name("DAY")->needs(older);
    addFormat(*command, options->format, {"text", "json"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runPrices(at, *options); }; });
}

}  // namespace tideline
