// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/templates.h"
#include "core/design/new_design.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

struct Options {
    std::string key, file;
    bool force = false;
};

Input<std::string> textOf(const CommandLine& line, const std::string& key) {
    if (key.empty()) {
        return designText(newDesign());
    }
    const Input<std::vector<Template>> all = loadTemplates(line);
    if (!all) {
        return tl::unexpected(all.error());
    }
    const auto found = std::ranges::find(*all, key, &Template::key);
    if (found != all->end()) {
        return found->text;
    }
    std::vector<std::string> keys;
    for (const Template& one : *all) {
        keys.push_back(one.key);
    }
    return tl::unexpected(Stop{
        ExitCode::InputRefused,
        {fmt::format("there is no template '{}'{}; 'tideline templates' lists them", key, suggestion(key, keys)), {}}});
}

ExitCode runNew(const CommandLine& line, const Options& options) {
    const Input<std::string> text = textOf(line, options.key);
    if (!text) {
        return refuse(text.error());
    }
    if (options.file == "-") {
        return print(*text);
    }
    if (!options.force && realDisk().exists(options.file)) {
        return refuse(ExitCode::FileFailed,
                      {"there is a file of this name, and it was left as it is; --force writes over it", options.file});
    }
    if (const Result<void> written = realDisk().write(options.file, *text); !written) {
        return refuse(ExitCode::FileFailed, written.error());
    }
    remark(line, fmt::format("wrote {}", options.file));
    return ExitCode::Done;
}

}  // namespace

void declareNew(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "new", "write a new design, empty or from a starter design");
    command->add_option("TEMPLATE", options->key, "key of a starter design, see 'tideline templates'")->type_name("");
    command->add_option("-o,--output", options->file, "the file to write")->type_name("FILE")->required();
    command->add_flag("--force", options->force, "write over a file that is there");
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runNew(at, *options); }; });
}

}  // namespace tideline
