// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"
#include "core/cost/account_pricing.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

namespace tideline {

namespace {

struct Options {
    std::vector<std::string> usages;
    bool free = false;
    std::string format;
};

struct PricedUsage {
    const Price* price = nullptr;
    Exact units;
    Money monthly;
};

Result<PricedUsage> readUsage(const std::string& text, const PriceBook& book) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) {
        return failure(fmt::format("'{}' says no units; write KEY=UNITS, for example aws.lambda.requests=3e6", text));
    }
    const std::string key = text.substr(0, equals);
    PricedUsage usage{.price = book.find(key), .units = TRY(readNumber(text.substr(equals + 1))), .monthly = {}};
    if (usage.price == nullptr) {
        std::vector<std::string> keys;
        for (const Price& price : book.prices) {
            keys.push_back(price.key);
        }
        return failure(
            fmt::format("there is no price '{}'{}; 'tideline prices' lists them", key, suggestion(key, keys)));
    }
    if (usage.price->userSupplied) {
        return failure(
            fmt::format("'{}' has no public price; give it a value in a price book and name that by --prices", key));
    }
    return usage;
}

std::string priceText(const std::vector<PricedUsage>& usages, const PriceBook& book, Money total) {
    TextTable table({Column::Text, Column::Number, Column::Text, Column::Number, Column::Text});
    table.add({"PRICE", "UNITS", "", book.currency, "SOURCE"});
    for (const PricedUsage& usage : usages) {
        table.add({usage.price->key, groupedDecimal(usage.units, 6), usage.price->unit, moneyText(usage.monthly),
                   fmt::format("{} ({})", usage.price->source.url, usage.price->source.asOf)});
    }
    table.add({"total", "", "", moneyText(total)});
    return table.text();
}

std::string priceJsonText(const std::vector<PricedUsage>& usages, const PriceBook& book, Money total) {
    JsonValue lines = JsonValue::list();
    for (const PricedUsage& usage : usages) {
        JsonValue json = JsonValue::object();
        json.set("price", usage.price->key).set("units", exactJson(usage.units)).set("unit", usage.price->unit);
        json.set("monthly", moneyJson(usage.monthly)).set("source", sourceJson(usage.price->source));
        lines.add(json);
    }
    JsonValue json = JsonValue::object();
    json.set("currency", book.currency).set("monthly", moneyJson(total)).set("lines", lines);
    return jsonText(json);
}

ExitCode runPrice(const CommandLine& line, const Options& options) {
    const Input<PriceBook> book = loadAllPrices(line);
    if (!book) {
        return refuse(book.error());
    }
    std::vector<PricedUsage> usages;
    for (const std::string& text : options.usages) {
        const Result<PricedUsage> usage = readUsage(text, *book);
        if (!usage) {
            return refuse(ExitCode::InputRefused, usage.error());
        }
        const auto same = std::ranges::find(usages, usage->price, &PricedUsage::price);
        if (same != usages.end()) {
            same->units += usage->units;  // one account: units of one key are added up before pricing
        } else {
            usages.push_back(*usage);
        }
    }
    std::vector<AccountUsage> account;
    for (const PricedUsage& usage : usages) {
        account.push_back({usage.price, usage.units});
    }
    const std::vector<Exact> costs =
        accountCosts(account, options.free ? FreeAmounts::Applied : FreeAmounts::NotApplied);
    Money total;
    for (std::size_t i = 0; i < usages.size(); ++i) {
        usages[i].monthly = roundedMoney(costs[i]);
        total += usages[i].monthly;
    }
    if (total.isAtLimit()) {
        return refuse(ExitCode::InputRefused, {"this is more than 9,000,000,000,000 a month, which is no bill of this "
                                               "world; look for a number of units that is far too large",
                                               {}});
    }
    return print(options.format == "json" ? priceJsonText(usages, *book, total) : priceText(usages, *book, total));
}

}  // namespace

void declarePrice(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "price", "say what so many units cost over one account and month");
    command->add_option("USAGE", options->usages, "KEY=UNITS, a price and its units: aws.lambda.requests=3e6")
        ->type_name("")
        ->required()
        ->expected(1, 10000);
    command->add_flag("--free", options->free, "apply the free amounts of the account");
    addFormat(*command, options->format, {"text", "json"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runPrice(at, *options); }; });
}

}  // namespace tideline
