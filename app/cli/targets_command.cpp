// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/export/exporter.h"
#include "core/json/json_value.h"

namespace tideline {

namespace {

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
    return print(format == "json" ? jsonText(JsonValue::object().set("targets", list)) : table.text());
}

}  // namespace

void declareTargets(CLI::App& program, CommandLine& line) {
    auto format = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "targets", "list what a design can be exported to");
    addFormat(*command, *format, {"text", "json"});
    command->callback([&line, format] { line.run = [format](CommandLine&) { return runTargets(*format); }; });
}

}  // namespace tideline
