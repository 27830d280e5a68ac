// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>

namespace tideline {

CLI::App* addCommand(CLI::App& program, const char* name, const char* summary) {
    CLI::App* command = program.add_subcommand(name, summary);
    command->fallthrough();
    return command;
}

void addFormat(CLI::App& command, std::string& format, std::vector<std::string> words) {
    format = words.front();
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : ", ") + word;
    }
    command.add_option("--format", format, "how to print the result: " + list)
        ->check(CLI::IsMember(std::move(words), CLI::ignore_case))
        ->type_name("WORD")
        ->capture_default_str();
}

ExitCode refuse(ExitCode code, const Error& error) {
    fmt::print(stderr, "tideline: {}\n", describe(error));
    return code;
}

namespace {

/// Names of a design are a stranger's text: a terminal obeys control characters, so they are shown instead.
std::string withoutCommands(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    unsigned char before = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isOfTwo = before == 0xc2 && byte >= 0x80 && byte < 0xa0;  // U+0080 to U+009F in UTF-8
        if (isOfTwo) {
            shown.pop_back();
        }
        const bool isCommand = isOfTwo || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
        shown += isCommand ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
        before = byte;
    }
    return shown;
}

}  // namespace

ExitCode print(std::string_view result, ExitCode code) {
    const std::string text = withoutCommands(result);
    // A reader that has seen enough, such as head, is no failure.
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written && errno != EPIPE) {
        return refuse(ExitCode::FileFailed, {"standard output took only a part of the result; is the disk full?", {}});
    }
    return code;
}

void remark(const CommandLine& line, std::string_view text) {
    if (!line.common.quiet) {
        fmt::print(stderr, "{}\n", text);
    }
}

}  // namespace tideline
