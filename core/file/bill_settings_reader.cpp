// SPDX-License-Identifier: Apache-2.0
#include "core/file/bill_settings.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr double kMostDollars = 1e12;
constexpr NumberRange kShare{0, 1};

Result<PeopleLine> readPeopleLine(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    PeopleLine line;
    line.key = TRY(object.text("key"));
    line.title = TRY(object.text("title", line.key));
    line.monthly = TRY(object.number("monthly", {0, kMostDollars}));
    line.appliesTo = TRY(object.text("appliesTo", line.appliesTo));
    if (line.appliesTo != "kubernetes" && line.appliesTo != "functions" && line.appliesTo != "both") {
        return object.failureAt("appliesTo",
                                fmt::format("expected kubernetes, functions or both, found '{}'", line.appliesTo));
    }
    line.share = TRY(object.optionalNumber("share", kShare)).value_or(line.appliesTo == "both" ? 1 : 0);
    line.extras = object.extras();
    return line;
}

Result<std::vector<PeopleLine>> readPeople(JsonObject& bill) {
    std::vector<PeopleLine> people;
    for (const JsonPlace& place : TRY(bill.list("people"))) {
        PeopleLine line = TRY(readPeopleLine(place));
        if (std::ranges::find(people, line.key, &PeopleLine::key) != people.end()) {
            return place.failureHere(fmt::format("the key '{}' stands twice in the table", line.key));
        }
        people.push_back(std::move(line));
    }
    return people;
}

Result<SupportPlan::Tier> readTier(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    SupportPlan::Tier tier;
    tier.upTo = TRY(object.optionalNumber("upTo", {0, kMostDollars}));
    tier.share = TRY(object.number("share", kShare));
    return tier;
}

Result<SupportPlan> readSupport(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    SupportPlan plan;
    plan.least = TRY(object.optionalNumber("least", {0, kMostDollars})).value_or(0);
    for (const JsonPlace& row : TRY(object.list("tiers"))) {
        SupportPlan::Tier tier = TRY(readTier(row));
        if (!plan.tiers.empty() && (!plan.tiers.back().upTo || (tier.upTo && *tier.upTo <= *plan.tiers.back().upTo))) {
            return row.failureHere("the tiers must rise, and only the last may be without 'upTo'");
        }
        plan.tiers.push_back(tier);
    }
    if (!plan.tiers.empty() && plan.tiers.back().upTo) {
        return object.failureAt("tiers",
                                "the last tier must be without 'upTo': else nothing is said about larger bills");
    }
    plan.extras = object.extras();
    return plan;
}

Result<Discount> readDiscount(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Discount discount;
    discount.prices = TRY(object.text("prices"));
    if (discount.prices.empty()) {
        return object.failureAt("prices", "it names no price; give a key or its beginning, such as aws.ec2.");
    }
    discount.title = TRY(object.text("title", "Discount"));
    discount.off = TRY(object.number("off", kShare));
    discount.coverage = TRY(object.optionalNumber("coverage", kShare)).value_or(1);
    discount.reserve = TRY(object.optionalNumber("reserve", kShare)).value_or(0);
    discount.extras = object.extras();
    return discount;
}

Result<InputRange> readRange(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    constexpr NumberRange kAny{-1e15, 1e15};
    InputRange range;
    range.input = TRY(object.text("input"));
    range.low = TRY(object.number("low", kAny));
    range.high = TRY(object.number("high", kAny));
    range.likely = TRY(object.optionalNumber("likely", kAny));
    if (range.high < range.low) {
        return object.failureAt(
            "high", fmt::format("{} is below the low end {}; give the smaller number first", range.high, range.low));
    }
    if (range.likely && (*range.likely < range.low || *range.likely > range.high)) {
        return object.failureAt("likely",
                                fmt::format("{} lies outside of {} to {}", *range.likely, range.low, range.high));
    }
    range.extras = object.extras();
    return range;
}

}  // namespace

Result<BillSettings> readBill(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    BillSettings bill;
    for (std::string& subject : TRY(object.texts("off"))) {
        bill.off.insert(std::move(subject));
    }
    for (std::string& category : TRY(object.texts("on"))) {
        bill.on.insert(std::move(category));
    }
    if (const std::optional<JsonPlace> fixed = object.member("fixed")) {
        JsonObject amounts = TRY(JsonObject::of(*fixed));
        for (const auto& [category, amount] : amounts.members()) {
            bill.fixed[category] = TRY(amounts.number(category, {0, kMostDollars}));
        }
    }
    bill.people = TRY(readPeople(object));
    if (const std::optional<JsonPlace> support = object.member("support")) {
        bill.support = TRY(readSupport(*support));
    }
    for (const JsonPlace& discount : TRY(object.list("discounts"))) {
        bill.discounts.push_back(TRY(readDiscount(discount)));
    }
    bill.extras = object.extras();
    return bill;
}

Result<std::vector<InputRange>> readRanges(JsonObject& settings) {
    std::vector<InputRange> ranges;
    for (const JsonPlace& place : TRY(settings.list("ranges"))) {
        ranges.push_back(TRY(readRange(place)));
    }
    return ranges;
}

}  // namespace tideline
