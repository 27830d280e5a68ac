// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_book.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-08-16" or "2026-11".
bool isDay(std::string_view text) {
    const auto within = [text](std::size_t at, int most) {
        const std::string_view part = text.substr(at, 2);
        const int number = isDigits(part) && part.size() == 2 ? (part[0] - '0') * 10 + (part[1] - '0') : 0;
        return number >= 1 && number <= most;
    };
    const bool isMonth = text.size() >= 7 && isDigits(text.substr(0, 4)) && text[4] == '-' && within(5, 12);
    return isMonth && (text.size() == 7 || (text.size() == 10 && text[7] == '-' && within(8, 31)));
}

/// Lower-case words joined by points and dashes: "aws.lambda.gb-seconds.arm64".
bool isPriceKey(std::string_view text) {
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && isPlain(text.front()) && isPlain(text.back()) &&
           std::ranges::all_of(text, [&](char c) { return isPlain(c) || c == '.' || c == '-'; });
}

Result<std::string> dateOf(YamlObject& object) {
    const std::string text = TRY(object.text("asOf"));
    if (!isDay(text)) {
        return object.failureAt(
            "asOf",
            fmt::format("expected a day such as \"2026-08-16\" or a month such as \"2026-11\", found '{}'", text));
    }
    return text;
}

/// The exact decimal, absent where the member is absent. It must not be negative.
Result<std::optional<Exact>> amountOf(YamlObject& object, const std::string& name) {
    const std::optional<std::string> text = TRY(object.optionalDecimal(name));
    if (!text) {
        return std::optional<Exact>();
    }
    Exact amount = exactOf(*text);
    if (amount < 0) {
        return object.failureAt(name, fmt::format("{} is below 0; a price or an amount is 0 or more", *text));
    }
    return std::optional<Exact>(std::move(amount));
}

Result<std::optional<Exact>> positiveAmountOf(YamlObject& object, const std::string& name) {
    std::optional<Exact> amount = TRY(amountOf(object, name));
    if (amount && *amount == 0) {
        return object.failureAt(name, "0 is not an amount; leave the member out, or give more than 0");
    }
    return amount;
}

Result<PriceTier> tierOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    PriceTier tier;
    tier.upTo = TRY(positiveAmountOf(object, "upTo"));
    const std::optional<Exact> value = TRY(amountOf(object, "value"));
    if (!value) {
        return object.failureAt("value", "the tier has no value; give the price of its units");
    }
    tier.value = *value;
    TRY(object.finish());
    return tier;
}

Result<std::vector<PriceTier>> tiersOf(YamlObject& object) {
    std::vector<PriceTier> tiers;
    for (const YamlNode* node : TRY(object.list("tiers"))) {
        if (!tiers.empty() && !tiers.back().upTo) {
            return failure("a tier without 'upTo' has no end, so no tier can follow it", object.placeOf(*node));
        }
        PriceTier tier = TRY(tierOf(*node, object.file()));
        if (!tiers.empty() && tier.upTo && *tier.upTo <= *tiers.back().upTo) {
            return failure(fmt::format("the tier ends at {}, but the one before it at {}; tiers rise",
                                       shortestText(*tier.upTo), shortestText(*tiers.back().upTo)),
                           object.placeOf(*node));
        }
        tiers.push_back(std::move(tier));
    }
    if (!tiers.empty() && tiers.back().upTo) {
        return object.failureAt("tiers", fmt::format("there is no price for more than {}; the last tier has no 'upTo'",
                                                     shortestText(*tiers.back().upTo)));
    }
    return tiers;
}

/// One of value, tiers and userSupplied says what the units cost.
Result<void> readCharge(YamlObject& object, Price& price) {
    const std::optional<Exact> value = TRY(amountOf(object, "value"));
    price.tiers = TRY(tiersOf(object));
    price.userSupplied = TRY(object.flag("userSupplied", false));
    const int ways = (value ? 1 : 0) + (price.tiers.empty() ? 0 : 1) + (price.userSupplied ? 1 : 0);
    if (ways != 1) {
        return object.failureAt("key", fmt::format("price '{}' has {}; give one of 'value', 'tiers' and "
                                                   "'userSupplied: true'",
                                                   price.key, ways == 0 ? "no value" : "more than one value"));
    }
    if (value) {
        price.tiers.push_back({.upTo = std::nullopt, .value = *value});
    }
    return {};
}

Result<PriceSource> sourceOf(YamlObject& price) {
    const YamlNode* node = price.member("source");
    if (node == nullptr) {
        return price.failureAt("source", "the price has no source; give 'source: { title, url, asOf }'");
    }
    YamlObject object = TRY(YamlObject::of(*node, price.file()));
    PriceSource source;
    source.title = TRY(object.text("title"));
    source.url = TRY(object.text("url"));
    if (!source.url.starts_with("https://")) {
        return object.failureAt("url",
                                fmt::format("expected an address that begins with https://, found '{}'", source.url));
    }
    source.asOf = TRY(dateOf(object));
    TRY(object.finish());
    return source;
}

Result<double> shapeNumberOf(YamlObject& object, const std::string& name) {
    const double number = TRY(object.number(name));
    if (number <= 0) {
        return object.failureAt(name, fmt::format("expected more than 0, found {}", number));
    }
    return number;
}

Result<NodeShape> shapeOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    NodeShape shape;
    shape.vcpu = TRY(shapeNumberOf(object, "vcpu"));
    shape.cpuMillis = TRY(shapeNumberOf(object, "cpuMillis"));
    shape.memoryMib = TRY(shapeNumberOf(object, "memoryMib"));
    shape.maxPods = TRY(shapeNumberOf(object, "maxPods"));
    shape.arch = TRY(object.text("arch"));
    if (shape.arch != "arm64" && shape.arch != "amd64") {
        return object.failureAt("arch", fmt::format("expected arm64 or amd64, found '{}'", shape.arch));
    }
    shape.gpus = TRY(object.optionalNumber("gpus")).value_or(0);
    TRY(object.finish());
    return shape;
}

Result<Price> priceOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    Price price;
    price.key = TRY(object.text("key"));
    if (!isPriceKey(price.key)) {
        return object.failureAt("key", fmt::format("'{}' is no key of a price; expected lower-case words joined by "
                                                   "points, such as aws.lambda.requests",
                                                   price.key));
    }
    price.title = TRY(object.text("title"));
    price.unit = TRY(object.text("unit"));
    price.per = TRY(positiveAmountOf(object, "per")).value_or(1);
    TRY(readCharge(object, price));
    price.includedPerMonth = TRY(positiveAmountOf(object, "includedPerMonth"));
    price.freePerMonth = TRY(positiveAmountOf(object, "freePerMonth"));
    price.roundUpTo = TRY(positiveAmountOf(object, "roundUpTo"));
    price.freeGroup = TRY(object.optionalText("freeGroup")).value_or("");
    price.freeNote = TRY(object.optionalText("freeNote")).value_or("");
    price.rule = TRY(object.optionalText("rule")).value_or("");
    price.grade = TRY(object.optionalText("grade")).value_or("");
    if (const YamlNode* shape = object.member("node")) {
        price.node = TRY(shapeOf(*shape, file));
        if (price.unit != "hours") {
            return failure(
                fmt::format("a machine is billed by 'hours', but the unit of this price is '{}'", price.unit),
                object.placeOf(*shape));
        }
    }
    if (price.roundUpTo && (price.freePerMonth || !price.freeGroup.empty())) {
        return object.failureAt("roundUpTo", "a price in whole lots has no free amount of the account; give the units "
                                             "that come with it as 'includedPerMonth'");
    }
    if (!price.userSupplied) {
        price.source = TRY(sourceOf(object));
    }
    TRY(object.finish());
    return price;
}

/// Gives each price of a free group the amount that the group shares. `places` are those of the prices.
Result<void> shareFreeAmounts(std::vector<Price>& prices, const std::vector<std::string>& places) {
    std::map<std::string, const Price*> stated;  // the first of each group that says how much
    for (std::size_t at = 0; at < prices.size(); ++at) {
        const Price& price = prices[at];
        if (price.freeGroup.empty() || !price.freePerMonth) {
            continue;
        }
        const Price& first = *stated.try_emplace(price.freeGroup, &price).first->second;
        if (*first.freePerMonth != *price.freePerMonth) {
            return failure(fmt::format("free group '{}' has {} by price '{}', but {} here; a group shares one amount",
                                       price.freeGroup, shortestText(*first.freePerMonth), first.key,
                                       shortestText(*price.freePerMonth)),
                           places[at]);
        }
    }
    for (std::size_t at = 0; at < prices.size(); ++at) {
        if (prices[at].freeGroup.empty()) {
            continue;
        }
        const auto group = stated.find(prices[at].freeGroup);
        if (group == stated.end()) {
            return failure(fmt::format("no price of free group '{}' says how much is free; give one of them "
                                       "'freePerMonth'",
                                       prices[at].freeGroup),
                           places[at]);
        }
        prices[at].freePerMonth = *group->second->freePerMonth;
    }
    return {};
}

Result<void> readPrices(YamlObject& object, PriceBook& book) {
    std::vector<std::string> places;
    for (const YamlNode* node : TRY(object.list("prices"))) {
        Price price = TRY(priceOf(*node, object.file()));
        const auto same = std::ranges::find(book.prices, price.key, &Price::key);
        if (same != book.prices.end()) {
            return failure(fmt::format("price '{}' stands twice; the first is at {}", price.key,
                                       places[static_cast<std::size_t>(same - book.prices.begin())]),
                           object.placeOf(*node));
        }
        price.book = book.title;
        book.prices.push_back(std::move(price));
        places.push_back(object.placeOf(*node));
    }
    return shareFreeAmounts(book.prices, places);
}

bool isCurrency(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Result<PriceBook> readPriceBook(const SourceText& source) {
    const YamlNode document = TRY(readYamlDocument(source));
    YamlObject object = TRY(YamlObject::of(document, source.name));
    PriceBook book;
    book.title = TRY(object.text("title"));
    book.currency = TRY(object.text("currency"));
    if (!isCurrency(book.currency)) {
        return object.failureAt("currency",
                                fmt::format("expected three capital letters such as USD, found '{}'", book.currency));
    }
    book.region = TRY(object.text("region"));
    book.asOf = TRY(dateOf(object));
    book.statesHours = object.has("hoursPerMonth");
    book.hoursPerMonth = TRY(object.optionalNumber("hoursPerMonth")).value_or(730);
    if (book.hoursPerMonth < 672 || book.hoursPerMonth > 744) {
        return object.failureAt("hoursPerMonth",
                                fmt::format("{} hours are no month; expected 672 to 744", book.hoursPerMonth));
    }
    TRY(readPrices(object, book));
    TRY(object.finish());
    return book;
}

}  // namespace tideline
