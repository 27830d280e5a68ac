// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// A command and the long options that it takes, the common ones among them.
struct CommandWords {
    std::string name, summary;
    std::vector<std::string> options;
};

void addLongOptions(const CLI::App& app, std::vector<std::string>& words) {
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            words.push_back("--" + name);
        }
    }
}

std::vector<CommandWords> wordsOf(const CLI::App& program) {
    std::vector<CommandWords> all;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
        CommandWords words{command->get_name(), command->get_description(), {}};
        addLongOptions(*command, words.options);
        addLongOptions(program, words.options);
        std::ranges::sort(words.options);
        words.options.erase(std::ranges::unique(words.options).begin(), words.options.end());
        all.push_back(std::move(words));
    }
    return all;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string bashScript(const std::vector<CommandWords>& commands) {
    std::string names;
    std::string cases;
    for (const CommandWords& command : commands) {
        names += (names.empty() ? "" : " ") + command.name;
        cases += fmt::format("        {}) words='{}' ;;\n", command.name, joined(command.options));
    }
    return fmt::format("# bash completion of tideline; in ~/.bashrc: source <(tideline completion bash)\n"
                       "_tideline() {{\n"
                       "    local current=${{COMP_WORDS[COMP_CWORD]}} words=''\n"
                       "    COMPREPLY=()\n"
                       "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                       "        mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\")\n"
                       "        return\n"
                       "    fi\n"
                       "    case ${{COMP_WORDS[1]}} in\n{}    esac\n"
                       "    case $current in\n"
                       "        -*) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\") ;;\n"
                       "        *) mapfile -t COMPREPLY < <(compgen -f -- \"$current\") ;;\n"
                       "    esac\n"
                       "}}\n"
                       "complete -o filenames -F _tideline tideline\n",
                       names, cases);
}

std::string zshScript(const std::vector<CommandWords>& commands) {
    std::string rows;
    std::string cases;
    for (const CommandWords& command : commands) {
        rows += fmt::format("        '{}:{}'\n", command.name, command.summary);
        cases += fmt::format("        {}) compadd -- {} ;;\n", command.name, joined(command.options));
    }
    return fmt::format("#compdef tideline\n"
                       "# zsh completion of tideline; write it to a folder of $fpath as _tideline\n"
                       "_tideline() {{\n"
                       "    local -a names=(\n{}    )\n"
                       "    if (( CURRENT == 2 )); then\n"
                       "        _describe 'command' names\n"
                       "        return\n"
                       "    fi\n"
                       "    if [[ $words[CURRENT] != -* ]]; then\n"
                       "        _files\n"
                       "        return\n"
                       "    fi\n"
                       "    case $words[2] in\n{}    esac\n"
                       "}}\n"
                       "_tideline \"$@\"\n",
                       rows, cases);
}

std::string fishScript(const std::vector<CommandWords>& commands) {
    std::string text = "# fish completion of tideline; write it to ~/.config/fish/completions/tideline.fish\n";
    for (const CommandWords& command : commands) {
        text +=
            fmt::format("complete -c tideline -n __fish_use_subcommand -a {} -d '{}'\n", command.name, command.summary);
        for (const std::string& option : command.options) {
            text += fmt::format("complete -c tideline -n '__fish_seen_subcommand_from {}' -l {}\n", command.name,
                                option.substr(2));
        }
    }
    return text;
}

ExitCode runCompletion(const CommandLine& line, const std::string& shell) {
    const std::vector<CommandWords> words = wordsOf(*line.app);
    return print(shell == "bash" ? bashScript(words) : shell == "zsh" ? zshScript(words) : fishScript(words));
}

}  // namespace

void declareCompletion(CLI::App& program, CommandLine& line) {
    auto shell = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "completion", "print the completion script of a shell");
    command->add_option("SHELL", *shell, "bash, zsh or fish")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->type_name("")
        ->required();
    command->callback([&line, shell] { line.run = [shell](CommandLine& at) { return runCompletion(at, *shell); }; });
}

}  // namespace tideline
