// SPDX-License-Identifier: Apache-2.0
#include "core/edit/settings_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kMostUnits = 1e6;
constexpr double kMostDollars = 1e12;

struct GroupRow {
    SettingGroup group;
    std::string_view key, title;
    FieldValues DesignSettings::*values;
};

constexpr std::array kGroups{
    GroupRow{SettingGroup::Team, "team", "the team", &DesignSettings::team},
    GroupRow{SettingGroup::Answers, "answers", "the checklist", &DesignSettings::answers},
    GroupRow{SettingGroup::ScoreInputs, "scoreInputs", "the score", &DesignSettings::scoreInputs},
    GroupRow{SettingGroup::Exports, "exports", "the exports", &DesignSettings::exports},
};

/// As the file has them: what the window takes can be opened again.
Result<void> checkCount(double count, double least, double most, std::string_view what) {
    TRY(checkNumber(count, least, most, what));
    if (std::floor(count) != count) {
        return failure(fmt::format("{} must be a whole number", what));
    }
    return {};
}

Result<void> checkCluster(const ClusterSettings& cluster) {
    TRY(checkCount(cluster.zones, 1, 100, "availability zones"));
    TRY(checkCount(cluster.nodes.value_or(0), 0, kMostUnits, "nodes"));
    TRY(checkCount(cluster.natGateways.value_or(0), 0, kMostUnits, "NAT gateways"));
    TRY(checkNumber(cluster.nodeStartS, 0, 86'400, "seconds until a node runs"));
    return {};
}

Result<void> checkZones(const Design& design, const std::vector<Zone>& zones) {
    for (std::size_t i = 0; i < zones.size(); ++i) {
        TRY(checkedName(zones[i].title, "title"));
        TRY(checkNumber(zones[i].copies, 1, kMostUnits, "copies"));
        if (std::ranges::find(zones.begin(), zones.begin() + i, zones[i].id, &Zone::id) != zones.begin() + i) {
            return failure(fmt::format("two lanes have the key '{}'; each needs its own", shownText(zones[i].id.text)));
        }
    }
    for (const Service& service : design.services) {
        const bool kept = service.zone.text.empty() || std::ranges::find(zones, service.zone, &Zone::id) != zones.end();
        if (!kept) {
            return failure(fmt::format("'{}' stands in the lane '{}'; move it out before the lane goes",
                                       shownText(service.name), shownText(service.zone.text)));
        }
    }
    return {};
}

}  // namespace

Edit setTitle(const std::string& title) {
    return {.label = "change the title", .mergeKey = "title", .apply = [title](Design before) -> Result<Design> {
                before.title = TRY(checkedName(title, "title"));
                return before;
            }};
}

Edit setDescription(const std::string& description) {
    return {.label = "change the description",
            .mergeKey = "description",
            .apply = [description](Design before) -> Result<Design> {
                TRY(checkLongText(description, "description"));
                before.description = description;
                return before;
            }};
}

Edit setCluster(const ClusterSettings& cluster) {
    return {.label = "change the cluster", .mergeKey = "cluster", .apply = [cluster](Design before) -> Result<Design> {
                TRY(checkCluster(cluster));
                before.settings.cluster = cluster;
                return before;
            }};
}

Edit setBus(const BusSettings& bus) {
    return {.label = "change the event bus", .mergeKey = "bus", .apply = [bus](Design before) -> Result<Design> {
                if (!bus.service.empty()) {
                    TRY(serviceOf(before, {bus.service}));
                }
                before.settings.bus = bus;
                return before;
            }};
}

Edit useBillLines(const std::string& subject, LineUse use) {
    const bool off = use == LineUse::LeftOut;
    return {.label = fmt::format("{} {} {} the bill", off ? "leave" : "count", subject, off ? "out of" : "in"),
            .apply = [subject, off](Design before) -> Result<Design> {
                if (off) {
                    before.settings.bill.off.insert(subject);
                } else {
                    before.settings.bill.off.erase(subject);
                }
                return before;
            }};
}

Edit fixBillCategory(const std::string& category, std::optional<double> dollars) {
    return {.label = dollars ? fmt::format("set {} by hand", category) : fmt::format("compute {} again", category),
            .mergeKey = "fix:" + category,
            .apply = [category, dollars](Design before) -> Result<Design> {
                if (!dollars) {
                    before.settings.bill.fixed.erase(category);
                    return before;
                }
                TRY(checkNumber(*dollars, 0, kMostDollars, "dollars a month"));
                before.settings.bill.fixed[category] = *dollars;
                return before;
            }};
}

Edit setFreeAmounts(FreeAmountUse use) {
    const bool applied = use == FreeAmountUse::Applied;
    return {.label = applied ? "apply free amounts" : "ignore free amounts",
            .apply = [applied](Design before) -> Result<Design> {
                before.settings.freeAmounts = applied;
                return before;
            }};
}

Edit setSetting(SettingGroup group, const std::string& key, const std::optional<FieldValue>& value) {
    const GroupRow& row = kGroups[static_cast<std::size_t>(group)];
    return {.label = fmt::format("change {} of {}", key, row.title),
            .mergeKey = fmt::format("setting:{}:{}", row.key, key),
            .apply = [values = row.values, key, value](Design before) -> Result<Design> {
                if (!value) {
                    (before.settings.*values).erase(key);
                    return before;
                }
                TRY(checkFieldValue(*value));
                (before.settings.*values)[key] = *value;
                return before;
            }};
}

Edit setZones(const std::vector<Zone>& zones) {
    return {.label = "change the lanes", .apply = [zones](Design before) -> Result<Design> {
                TRY(checkZones(before, zones));
                before.zones = zones;
                return before;
            }};
}

}  // namespace tideline
