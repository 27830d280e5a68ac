// SPDX-License-Identifier: Apache-2.0
#include "app/cli/uncertainty_text.h"

#include "app/cli/text_table.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

JsonValue numbersJson(const std::vector<double>& numbers) {
    JsonValue list = JsonValue::list();
    for (const double number : numbers) {
        list.add(number);
    }
    return list;
}

/// At most some twenty rows, the last among them.
std::vector<std::size_t> shownRows(std::size_t count) {
    std::vector<std::size_t> rows;
    const std::size_t step = std::max<std::size_t>(1, (count + 19) / 20);
    for (std::size_t at = 0; at < count; at += step) {
        rows.push_back(at);
    }
    if (!rows.empty() && rows.back() != count - 1) {
        rows.push_back(count - 1);
    }
    return rows;
}

std::string titleOf(const Uncertainty& uncertainty, const std::string& key) {
    const auto band = std::ranges::find(uncertainty.bands, key, &CostBand::key);
    return band != uncertainty.bands.end() ? band->title : key;
}

}  // namespace

std::string uncertaintyText(const Uncertainty& uncertainty) {
    const std::vector<std::size_t> rows = shownRows(uncertainty.requestsPerMonth.size());
    std::string text =
        fmt::format("{} samples of the design's ranges\n\nUSD a month: one in ten below, the middle, one "
                    "in ten above\n",
                    uncertainty.samples);
    TextTable bands(std::vector<Column>(uncertainty.bands.size() + 1, Column::Text));
    std::vector<std::string> head{"REQUESTS"};
    for (const CostBand& band : uncertainty.bands) {
        head.push_back(band.title);
    }
    bands.add(head);
    for (const std::size_t at : rows) {
        std::vector<std::string> row{fmt::format("{:.0f}", uncertainty.requestsPerMonth[at])};
        for (const CostBand& band : uncertainty.bands) {
            row.push_back(fmt::format("{:.2f}  {:.2f}  {:.2f}", band.p10[at], band.p50[at], band.p90[at]));
        }
        bands.add(row);
    }
    text += bands.text();
    if (uncertainty.preferences.empty()) {
        return text;
    }
    TextTable table(std::vector<Column>(uncertainty.preferences.size() + 1, Column::Number));
    std::vector<std::string> titles{"REQUESTS"};
    for (const Preference& preference : uncertainty.preferences) {
        titles.push_back(fmt::format("{} below {}", titleOf(uncertainty, preference.first),
                                     titleOf(uncertainty, preference.second)));
    }
    table.add(titles);
    for (const std::size_t at : rows) {
        std::vector<std::string> row{fmt::format("{:.0f}", uncertainty.requestsPerMonth[at])};
        for (const Preference& preference : uncertainty.preferences) {
            row.push_back(fmt::format("{:.3f}", preference.probability[at]));
        }
        table.add(row);
    }
    return text + "\nProbability that one is cheaper\n" + table.text();
}

JsonValue uncertaintyJson(const Uncertainty& uncertainty) {
    JsonValue bands = JsonValue::list();
    for (const CostBand& band : uncertainty.bands) {
        JsonValue json = JsonValue::object();
        json.set("key", band.key).set("title", band.title).set("p10", numbersJson(band.p10));
        bands.add(json.set("p50", numbersJson(band.p50)).set("p90", numbersJson(band.p90)));
    }
    JsonValue preferences = JsonValue::list();
    for (const Preference& preference : uncertainty.preferences) {
        JsonValue json = JsonValue::object();
        json.set("first", preference.first).set("second", preference.second);
        preferences.add(json.set("probability", numbersJson(preference.probability)));
    }
    JsonValue json = JsonValue::object();
    json.set("samples", uncertainty.samples).set("requestsPerMonth", numbersJson(uncertainty.requestsPerMonth));
    return json.set("bands", bands).set("cheaper", preferences);
}

}  // namespace tideline
