// SPDX-License-Identifier: Apache-2.0
#include "app/cli/growth_text.h"

#include "app/cli/text_table.h"

#include <fmt/core.h>

namespace tideline {

namespace {

JsonValue sumsJson(const std::vector<std::pair<std::string, double>>& sums) {
    JsonValue json = JsonValue::object();
    for (const auto& [key, dollars] : sums) {
        json.set(key, dollars);
    }
    return json;
}

}  // namespace

std::string growthText(const std::vector<GrowthMonth>& months) {
    if (months.empty()) {
        return {};
    }
    TextTable table(std::vector<Column>(3 + months.front().curves.size(), Column::Number));
    std::vector<std::string> head{"MONTH", "REQUESTS", "as-designed"};
    for (const auto& [key, dollars] : months.front().curves) {
        head.push_back(key);
    }
    table.add(head);
    for (const GrowthMonth& month : months) {
        std::vector<std::string> row{fmt::format("{}", month.month), fmt::format("{:.0f}", month.requestsPerMonth),
                                     fmt::format("{:.2f}", month.monthly)};
        for (const auto& [key, dollars] : month.curves) {
            row.push_back(fmt::format("{:.2f}", dollars));
        }
        table.add(row);
    }
    return table.text();
}

JsonValue growthJson(const std::vector<GrowthMonth>& months) {
    JsonValue list = JsonValue::list();
    for (const GrowthMonth& month : months) {
        JsonValue json = JsonValue::object();
        json.set("month", month.month).set("requestsPerMonth", month.requestsPerMonth).set("monthly", month.monthly);
        list.add(json.set("byCategory", sumsJson(month.byCategory)).set("curves", sumsJson(month.curves)));
    }
    return list;
}

}  // namespace tideline
