// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/export/exporter.h"
#include "core/json/json_value.h"
#include "core/targets/export_settings.h"

namespace tideline {

namespace {

std::string_view typeOf(const ExportOption& option) {
    if (std::holds_alternative<bool ExportSettings::*>(option.member)) {
        return "switch";
    }
    return std::holds_alternative<int ExportSettings::*>(option.member) ? "number" : "text";
}

JsonValue settingsList() {
    JsonValue list = JsonValue::list();
    for (const ExportOption& option : exportOptions()) {
        list.add(JsonValue::object()
                     .set("key", option.key)
                     .set("type", typeOf(option))
                     .set("standard", standardText(option))
                     .set("expected", option.expected)
                     .set("meaning", option.meaning));
    }
    return list;
}

std::string settingsTable() {
    TextTable table({Column::Text, Column::Text, Column::Text});
    table.add({"KEY", "STANDARD", "MEANING"});
    for (const ExportOption& option : exportOptions()) {
        table.add({std::string(option.key), standardText(option), std::string(option.meaning)});
    }
    return table.text();
}

ExitCode runTargets(const std::string& format) {
    JsonValue list = JsonValue::list();
    TextTable table({Column::Text, Column::Text, Column::Text});
    table.add({"KEY", "TITLE", "WHAT IT WRITES"});
    for (const Exporter& target : exporters()) {
        JsonValue json = JsonValue::object();
        json.set("key", target.key).set("title", target.title).set("summary", target.summary).set("state", "ready");
        list.add(json);
        table.add({std::string(target.key), std::string(target.title), std::string(target.summary)});
    }
    if (format == "json") {
        return print(jsonText(JsonValue::object().set("targets", list).set("settings", settingsList())));
    }
    return print(table.text() + "\nSettings of a design's exports (settings.exports):\n\n" + settingsTable());
}

}  // namespace

void declareTargets(CLI::App& program, CommandLine& line) {
    auto format = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "targets", "list what a design can be exported to");
    addFormat(*command, *format, {"text", "json"});
    command->callback([&line, format] { line.run = [format](CommandLine&) { return runTargets(*format); }; });
}

}  // namespace tideline
