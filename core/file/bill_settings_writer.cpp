// SPDX-License-Identifier: Apache-2.0
#include "core/file/bill_settings.h"

namespace tideline {

namespace {

JsonValue number(double value) {
    return value;
}

/// One row on one line, with the members that this version does not know behind those that it knows.
JsonValue rowOf(JsonValue row, const Extras& extras) {
    for (const auto& [name, text] : extras) {
        row.set(name, JsonValue::Raw{text});
    }
    return JsonValue::Raw{jsonLine(row)};
}

JsonValue textsJson(const std::set<std::string>& texts) {
    JsonValue list = JsonValue::list();
    for (const std::string& text : texts) {
        list.add(text);
    }
    return list;
}

JsonValue peopleJson(const std::vector<PeopleLine>& people) {
    JsonValue list = JsonValue::list();
    for (const PeopleLine& line : people) {
        JsonValue row = JsonValue::object();
        row.set("key", line.key).set("title", line.title).set("monthly", number(line.monthly));
        row.set("appliesTo", line.appliesTo).set("share", number(line.share));
        list.add(rowOf(std::move(row), line.extras));
    }
    return list;
}

JsonValue supportJson(const SupportPlan& plan) {
    JsonValue tiers = JsonValue::list();
    for (const SupportPlan::Tier& tier : plan.tiers) {
        JsonValue row = JsonValue::object();
        if (tier.upTo) {
            row.set("upTo", number(*tier.upTo));
        }
        tiers.add(row.set("share", number(tier.share)));
    }
    JsonValue object = JsonValue::object();
    object.set("least", number(plan.least)).set("tiers", std::move(tiers));
    return rowOf(std::move(object), plan.extras);
}

JsonValue discountsJson(const std::vector<Discount>& discounts) {
    JsonValue list = JsonValue::list();
    for (const Discount& discount : discounts) {
        JsonValue row = JsonValue::object();
        row.set("prices", discount.prices).set("title", discount.title).set("off", number(discount.off));
        row.set("coverage", number(discount.coverage)).set("reserve", number(discount.reserve));
        list.add(rowOf(std::move(row), discount.extras));
    }
    return list;
}

}  // namespace

JsonValue billSettingsJson(const BillSettings& bill) {
    JsonValue object = JsonValue::object();
    if (!bill.off.empty()) {
        object.set("off", textsJson(bill.off));
    }
    if (!bill.on.empty()) {
        object.set("on", textsJson(bill.on));
    }
    if (!bill.fixed.empty()) {
        JsonValue fixed = JsonValue::object();
        for (const auto& [category, dollars] : bill.fixed) {
            fixed.set(category, number(dollars));
        }
        object.set("fixed", rowOf(std::move(fixed), {}));
    }
    if (!bill.people.empty()) {
        object.set("people", peopleJson(bill.people));
    }
    if (bill.support) {
        object.set("support", supportJson(*bill.support));
    }
    if (!bill.discounts.empty()) {
        object.set("discounts", discountsJson(bill.discounts));
    }
    for (const auto& [name, text] : bill.extras) {
        object.set(name, JsonValue::Raw{text});
    }
    return object;
}

JsonValue rangesJson(const std::vector<InputRange>& ranges) {
    JsonValue list = JsonValue::list();
    for (const InputRange& range : ranges) {
        JsonValue row = JsonValue::object();
        row.set("input", range.input).set("low", number(range.low)).set("high", number(range.high));
        if (range.likely) {
            row.set("likely", number(*range.likely));
        }
        list.add(rowOf(std::move(row), range.extras));
    }
    return list;
}

}  // namespace tideline
