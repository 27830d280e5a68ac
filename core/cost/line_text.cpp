// SPDX-License-Identifier: Apache-2.0
#include "core/cost/line_text.h"

#include "core/cost/plain_number.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// "GB-s", "hours" -> "hour": what one of them is called behind "per".
std::string oneOf(const std::string& unit) {
    const bool isPlural = unit.size() > 2 && unit.ends_with('s') && !unit.ends_with("-s") && !unit.ends_with("ms");
    return isPlural ? unit.substr(0, unit.size() - 1) : unit;
}

std::string sumOfMeasures(const Usage& usage, const LoadFactor& x) {
    std::string text;
    for (const Measure& measure : usage.measures) {
        if (!text.empty()) {
            text += measure.isSubtracted() ? " - " : " + ";
        }
        text += measure.text(x);
    }
    return text;
}

/// The nodes of the month and where their number comes from.
std::string nodesText(const LineParts& parts, const CostModel& model) {
    const Exact mean = Exact(parts.nodesOfWeek) / kHoursOfWeek;
    const std::string nodes = counted(mean, "nodes");
    if (model.cluster().nodes) {
        return fmt::format("{} all month (set by hand)", nodes);
    }
    const std::string least = plainNumber(exactOf(parts.leastPeakNodes));
    return model.cluster().autoscaled
               ? fmt::format("{} (mean of the 168 hours of a week; the busiest takes {}, no packing less than {})",
                             nodes, plainNumber(exactOf(parts.peakNodes)), least)
               : fmt::format("{} (of the busiest hour; no packing takes less than {})", nodes, least);
}

std::string unitsText(const LineParts& parts, const LoadFactor& x, const CostModel& model) {
    const Usage& usage = *parts.usage;
    switch (usage.source) {
    case Usage::Source::NodeHours:
        return fmt::format("{} x {} h", nodesText(parts, model), plainNumber(exactOf(model.prices->hoursPerMonth)));
    case Usage::Source::NodeDisks: return fmt::format("{} x 20 GB", nodesText(parts, model));
    case Usage::Source::NodeCost: return fmt::format("${} for the nodes", plainNumber(parts.units));
    case Usage::Source::Metered: break;
    }
    return sumOfMeasures(usage, x);
}

}  // namespace

std::string priceText(const Price& price, const PriceTier& tier) {
    const std::string value = "$" + plainNumber(tier.value);
    return price.per == 1 ? fmt::format("{} per {}", value, oneOf(price.unit))
                          : fmt::format("{} per {} {}", value, plainNumber(price.per), price.unit);
}

std::string lineTitle(const LineParts& parts, const std::string& tier) {
    std::string title(parts.usage->title);
    if (!parts.usage->titleSuffix.empty()) {
        title.erase(title.rfind('('));
        title += parts.usage->titleSuffix;
    }
    return tier.empty() ? title : fmt::format("{} ({})", title, tier);
}

std::string lineArithmetic(const LineParts& parts, const LoadFactor& x, const CostModel& model) {
    const Usage& usage = *parts.usage;
    if (usage.source == Usage::Source::NodeCost) {
        return fmt::format("{} x {}", unitsText(parts, x, model),
                           usage.price != nullptr && !usage.price->tiers.empty()
                               ? plainNumber(usage.price->tiers.front().value / usage.price->per)
                               : "its share");
    }
    std::string text = unitsText(parts, x, model);
    // The surcharge on nodes with graphics cards counts their hours in dollars.
    const bool isDollars = usage.price != nullptr && usage.price->unit == "share";
    const std::string units = isDollars ? "$" + plainNumber(parts.units) : counted(parts.units, usage.meter->unit);
    if (text != units) {
        text += " = " + units;
    }
    if (usage.price == nullptr || usage.price->userSupplied || usage.price->tiers.empty()) {
        return text;
    }
    const Price& price = *usage.price;
    if (price.includedPerMonth) {
        text += fmt::format("; {} {} a month are included", plainNumber(*price.includedPerMonth), price.unit);
    }
    if (price.roundUpTo) {
        text += fmt::format("; charged in begun {} {}", plainNumber(*price.roundUpTo), price.unit);
    }
    if (parts.freeUnits > 0) {
        text += fmt::format("; {} {} of the account are free", plainNumber(parts.freeUnits), price.unit);
    }
    if (parts.accountUnits != parts.units) {
        text += fmt::format("; its part of the account's {}", plainNumber(parts.accountUnits));
    }
    if (parts.tier == nullptr) {
        return text + fmt::format("; {}", priceText(price, price.tiers.front()));
    }
    if (parts.tierUnits != parts.units) {
        text += fmt::format("; {} of them", plainNumber(parts.tierUnits));
    }
    return text + fmt::format("; x {}", priceText(price, *parts.tier));
}

std::string priceNote(const Price& price) {
    std::string note;
    if (!price.replaces.empty()) {
        note = fmt::format("price of '{}' in place of '{}'", price.book, price.replaces);
    }
    if (const Doubt doubt = doubtOf(price); doubt != Doubt::None) {
        note += fmt::format("{}the figure is marked: {}", note.empty() ? "" : "; ", wordsOf(doubt));
    }
    if (!price.terms.empty()) {
        note += (note.empty() ? "" : "; ") + price.terms;
    }
    return note;
}

std::string dependsOnText(const Usage& usage, const Exact& units) {
    if (usage.price == nullptr) {
        return fmt::format("depends on a price in {} that no price book has: {} of '{}'", usage.meter->unit,
                           counted(units, usage.meter->unit), usage.priceKey);
    }
    return fmt::format("depends on your contract: {} at the price '{}'; state it in a price book of your own",
                       counted(units, usage.meter->unit), usage.priceKey);
}

}  // namespace tideline
