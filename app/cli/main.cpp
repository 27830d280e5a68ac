// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

#include <clocale>
#include <csignal>
#include <cstdio>

namespace tideline {

namespace {

void addCommonOptions(CLI::App& program, CommonOptions& common) {
    program.add_flag("--quiet", common.quiet, "print results and errors only");
    program
        .add_option("--data", common.dataFolder, "folder with templates and resources, in place of the installed one")
        ->type_name("DIR");
    program
        .add_option("--prices", common.priceFiles, "a price book over the installed ones; repeatable, later ones win")
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    program.add_option("--limit", common.limits, "raise a limit on input, see 'tideline limits'; repeatable")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// A first word that is no command, with the nearest that is; else what the library says.
std::string wrongUse(const CLI::App& program, const CLI::ParseError& error, std::string_view word) {
    if (!program.get_subcommands().empty() || word.empty() || word.starts_with('-')) {
        return error.what();
    }
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    return fmt::format("there is no command '{}'{}", shownText(word), suggestion(std::string(word), names));
}

/// Then the help of the command at which the words stopped making sense.
int reportWrongUse(const CLI::App& program, const CLI::ParseError& error, std::string_view word) {
    fmt::print(stderr, "tideline: {}\n{}", wrongUse(program, error, word), program.help());
    return static_cast<int>(ExitCode::WrongUse);
}

int runProgram(int argc, char* argv[]) {
    CommandLine line;
    CLI::App program("Designs hybrid cloud architectures: bills, cost curves, findings and exports, without a display.",
                     "tideline");
    program.set_version_flag("--version", "tideline " TIDELINE_VERSION);
    program.require_subcommand(1);
    program.footer("Exit codes: 0 done, 1 done with findings or kept files, 2 wrong use, 3 input refused,\n"
                   "4 file not read or written, 5 defect. '-' stands for standard input or output.");
    addCommonOptions(program, line.common);
    line.app = &program;
    for (const Command& command : commands()) {
        command.declare(program, line);
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& shown) {
        return program.exit(shown);
    } catch (const CLI::ParseError& error) {
        return reportWrongUse(program, error, argc > 1 ? argv[1] : "");
    }
    for (const std::string& limit : line.common.limits) {
        if (const Result<void> raised = raiseLimit(limit); !raised) {
            return static_cast<int>(refuse(ExitCode::WrongUse, raised.error()));
        }
    }
    return static_cast<int>(line.run(line));
}

}  // namespace

}  // namespace tideline

int main(int argc, char* argv[]) {
    std::setlocale(LC_ALL, "C");
    // A full disk or a closed pipe is an error with a message, not a signal that ends the program.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return tideline::runProgram(argc, argv);
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "tideline: the memory of this machine is not enough for this input\n");
        return static_cast<int>(tideline::ExitCode::InputRefused);
    }
}
