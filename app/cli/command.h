// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/disk/disk.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tideline {

/// What the program tells the shell (cli.md). 2, wrong use, comes from the option parser alone.
enum class ExitCode { Done = 0, DoneBut = 1, WrongUse = 2, InputRefused = 3, FileFailed = 4, Defect = 5 };

/// Options common to all commands.
struct CommonOptions {
    bool quiet = false;
    std::string dataFolder;                ///< empty = the one of the program
    std::vector<std::string> priceFiles;   ///< later ones win
    std::vector<std::string> limits;       ///< NAME=VALUE
};

/// What a command needs of the world; `run` is set by the command that the person chose.
struct CommandLine {
    CommonOptions common;
    std::function<ExitCode(CommandLine&)> run;
    CLI::App* app = nullptr;  ///< of the whole program, for completion
};

/// Declares a command's options and what it does.
struct Command {
    std::string_view key;
    void (*declare)(CLI::App& program, CommandLine& line);
};

/// All commands, in the order of the help text.
std::span<const Command> commands();

/// Adds the sub-command and lets it accept the common options behind its name.
CLI::App* addCommand(CLI::App& program, const char* name, const char* summary);
/// Adds --format with these words; the first is the standard.
void addFormat(CLI::App& command, std::string& format, std::vector<std::string> words);

/// "tideline: place: message" on standard error; returns `code`.
ExitCode refuse(ExitCode code, const Error& error);
/// Writes to standard output; fails when it is full or closed.
ExitCode print(std::string_view text, ExitCode code = ExitCode::Done);
/// A remark on standard error, left out with --quiet.
void remark(const CommandLine& line, std::string_view text);

}  // namespace tideline
