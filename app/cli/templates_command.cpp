// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/source_json.h"
#include "app/cli/templates.h"
#include "app/cli/text_table.h"

namespace tideline {

namespace {

/// The first line of the description says what the design is.
std::string summaryOf(const Design& design) {
    return design.description.substr(0, design.description.find('\n'));
}

ExitCode runTemplates(const CommandLine& line, const std::string& format) {
    const Input<std::vector<Template>> all = loadTemplates(line);
    if (!all) {
        return refuse(all.error());
    }
    JsonValue list = JsonValue::list();
    TextTable table({Column::Text, Column::Text, Column::Number, Column::Number});
    table.add({"KEY", "TITLE", "SERVICES", "CONNECTIONS"});
    for (const Template& one : *all) {
        JsonValue json = JsonValue::object();
        json.set("key", one.key).set("title", one.design.title).set("summary", summaryOf(one.design));
        json.set("services", one.design.services.size()).set("connections", one.design.connections.size());
        list.add(json);
        table.add({one.key, one.design.title, std::to_string(one.design.services.size()),
                   std::to_string(one.design.connections.size())});
    }
    return print(format == "json" ? jsonText(JsonValue::object().set("templates", list)) : table.text());
}

}  // namespace

Input<std::vector<Template>> loadTemplates(const CommandLine& line) {
    const Result<std::vector<SourceText>> files = dataFolderOf(line).designs(realDisk());
    if (!files) {
        return tl::unexpected(Stop{ExitCode::FileFailed, files.error()});
    }
    std::vector<Template> all;
    for (const SourceText& file : *files) {
        Result<OpenedDesign> opened = readDesign(file);
        if (!opened) {
            return tl::unexpected(Stop{ExitCode::InputRefused, opened.error()});
        }
        const auto slash = file.name.rfind('/');
        const std::string name = slash == std::string::npos ? file.name : file.name.substr(slash + 1);
        all.push_back({.key = name.substr(0, name.rfind('.')), .design = std::move(opened->design), .text = file.text});
    }
    return all;
}

void declareTemplates(CLI::App& program, CommandLine& line) {
    auto format = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "templates", "list the starter designs");
    addFormat(*command, *format, {"text", "json"});
    command->callback([&line, format] { line.run = [format](CommandLine& at) { return runTemplates(at, *format); }; });
}

}  // namespace tideline
