// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bill_text.h"

#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"

#include <fmt/core.h>

#include <set>

namespace tideline {

namespace {

std::string nameOf(const BillLine& line, const Design& design) {
    const Service* service = line.service ? design.services.find(*line.service) : nullptr;
    return service != nullptr ? service->name : "shared";
}

std::string titled(const BillLine& line) {
    const std::string title = line.source.title == "set by hand" ? line.title + " (set by hand)" : line.title;
    return line.note.empty() ? title : title + " *";
}

std::string amount(const BillLine& line) {
    return line.dependsOn ? "depends" : moneyText(line.monthly);
}

JsonValue lineJson(const BillLine& line) {
    JsonValue json = JsonValue::object();
    json.set("key", line.key).set("service", line.service ? JsonValue(line.service->text) : JsonValue());
    json.set("host", line.host ? JsonValue(keyOf(*line.host)) : JsonValue()).set("category", line.category);
    json.set("title", line.title).set("meter", line.meter);
    json.set("price", line.price.empty() ? JsonValue() : JsonValue(line.price));
    json.set("units", exactJson(line.units)).set("unit", line.unit).set("monthly", moneyJson(line.monthly));
    json.set("arithmetic", line.arithmetic).set("note", line.note);
    json.set("dependsOn", line.dependsOn ? JsonValue(*line.dependsOn) : JsonValue());
    json.set("source", sourceJson(line.source));
    return json;
}

std::string heading(const BillView& view) {
    return fmt::format("{}: {} {} a month at {} requests a month ({} hours)", view.design.title,
                       moneyText(view.bill.monthly), view.bill.currency,
                       groupedDecimal(exactOf(view.bill.requestsPerMonth), 2),
                       groupedDecimal(exactOf(view.bill.hoursPerMonth), 2));
}

void addTotals(TextTable& table, const Bill& bill) {
    for (const auto& [host, monthly] : bill.byHost) {
        table.add({fmt::format("services on {}", nameOf(host)), moneyText(monthly)});
    }
    table.add({"shared lines of cluster and account", moneyText(bill.shared)});
    table.add({"total", moneyText(bill.monthly)});
}

}  // namespace

std::string billText(const BillView& view) {
    std::string text = heading(view) + "\n\n";
    TextTable table({Column::Text, Column::Text, Column::Number, Column::Text, Column::Number});
    table.add({"SERVICE", "LINE", "UNITS", "", view.bill.currency});
    std::string before;
    std::set<std::string> sources;
    for (const BillLine& line : view.bill.lines) {
        const std::string name = nameOf(line, view.design);
        table.add({name == before ? "" : name, titled(line), groupedDecimal(line.units, 4), line.unit, amount(line)});
        before = name;
        if (!line.source.url.empty()) {
            sources.insert(fmt::format("{} ({})", line.source.url, line.source.asOf));
        }
    }
    text += table.text() + "\n";
    TextTable totals({Column::Text, Column::Number});
    addTotals(totals, view.bill);
    text += totals.text();
    for (const BillLine& line : view.bill.lines) {
        text +=
            line.dependsOn ? fmt::format("\n{}, {}: {}\n", nameOf(line, view.design), line.title, *line.dependsOn) : "";
    }
    for (const BillLine& line : view.bill.lines) {
        text +=
            line.note.empty() ? "" : fmt::format("\n* {}, {}: {}\n", nameOf(line, view.design), line.title, line.note);
    }
    text += sources.empty() ? "" : "\nPrices from\n";
    for (const std::string& source : sources) {
        text += "  " + source + "\n";
    }
    return text;
}

std::string billJson(const BillView& view) {
    const Bill& bill = view.bill;
    JsonValue lines = JsonValue::list();
    for (const BillLine& line : bill.lines) {
        lines.add(lineJson(line));
    }
    JsonValue byHost = JsonValue::object();
    for (const auto& [host, monthly] : bill.byHost) {
        byHost.set(std::string(keyOf(host)), moneyJson(monthly));
    }
    JsonValue byService = JsonValue::list();
    for (const ServiceTotal& total : bill.byService) {
        JsonValue json = JsonValue::object();
        json.set("id", total.id.text).set("name", total.name).set("host", keyOf(total.host));
        json.set("monthly", moneyJson(total.monthly));
        byService.add(json);
    }
    JsonValue json = JsonValue::object();
    json.set("design", view.design.title).set("requestsPerMonth", bill.requestsPerMonth);
    json.set("currency", bill.currency).set("hoursPerMonth", bill.hoursPerMonth);
    json.set("monthly", moneyJson(bill.monthly)).set("lines", lines).set("byHost", byHost);
    json.set("byService", byService).set("shared", moneyJson(bill.shared));
    return jsonText(json);
}

std::string billCsv(const BillView& view) {
    std::string text = csvRow({"key", "service", "host", "category", "title", "meter", "price", "units", "unit",
                               "monthly", "source", "asOf", "note"});
    for (const BillLine& line : view.bill.lines) {
        text +=
            csvRow({line.key, line.service ? nameOf(line, view.design) : "",
                    line.host ? std::string(keyOf(*line.host)) : "", line.category, line.title, line.meter, line.price,
                    shortestText(line.units), line.unit, amount(line), line.source.url, line.source.asOf, line.note});
    }
    return text;
}

std::string billMarkdown(const BillView& view) {
    std::string text = fmt::format("# {}\n\n", markdownCell(heading(view)));
    text += "| Service | Line | Units | Unit | " + view.bill.currency + " a month |\n|---|---|---:|---|---:|\n";
    for (const BillLine& line : view.bill.lines) {
        text += fmt::format("| {} | {} | {} | {} | {} |\n", markdownCell(nameOf(line, view.design)),
                            markdownCell(titled(line)), groupedDecimal(line.units, 4), line.unit, amount(line));
    }
    text += fmt::format("| **Total** | | | | **{}** |\n", moneyText(view.bill.monthly));
    for (const BillLine& line : view.bill.lines) {
        text += line.note.empty() ? ""
                                  : fmt::format("\n\\* {}, {}: {}\n", markdownCell(nameOf(line, view.design)),
                                                markdownCell(line.title), markdownCell(line.note));
    }
    return text;
}

}  // namespace tideline
