// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/base/limits.h"
#include "core/json/json_value.h"

namespace tideline {

namespace {

ExitCode runLimits(const std::string& format) {
    JsonValue list = JsonValue::list();
    TextTable table({Column::Text, Column::Number, Column::Number, Column::Text});
    table.add({"NAME", "VALUE", "MOST", "WHAT IT LIMITS"});
    for (const Limit& limit : limitTable()) {
        JsonValue json = JsonValue::object();
        json.set("name", limit.name).set("value", static_cast<long long>(limitOf(limit.id)));
        json.set("standard", static_cast<long long>(limit.standard)).set("most", static_cast<long long>(limit.most));
        json.set("meaning", limit.meaning);
        list.add(json);
        table.add({std::string(limit.name), std::to_string(limitOf(limit.id)), std::to_string(limit.most),
                   std::string(limit.meaning)});
    }
    return print(format == "json" ? jsonText(JsonValue::object().set("limits", list)) : table.text());
}

}  // namespace

void declareLimits(CLI::App& program, CommandLine& line) {
    auto format = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "limits", "list every limit on input; --limit NAME=VALUE raises one");
    addFormat(*command, *format, {"text", "json"});
    command->callback([&line, format] { line.run = [format](CommandLine&) { return runLimits(*format); }; });
}

}  // namespace tideline
