// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace {

using namespace tideline::bench;

/// Runs the command line as a whole process, its output thrown away; ends the bench when it fails.
void runCommand(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = 0;
    const bool ran = posix_spawn(&child, TIDELINE_CLI, &actions, nullptr, arguments.data(), environ) == 0 &&
                     waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    posix_spawn_file_actions_destroy(&actions);
    if (!ran) {
        std::fprintf(stderr, "tideline %s failed\n", arguments[1]);
        std::exit(1);
    }
}

}  // namespace

int main() {
    constexpr int kServices = 18;
    const std::string design = TIDELINE_SHARE "/templates/designs/order-platform.tideline";
    print({.subject = "tideline cost, whole process",
           .services = kServices,
           .medianMs = medianMs(30,
                                [&] {
                                    runCommand({"tideline", "cost", design});
                                }),
           .limitMs = 15,
           .against = "limit"});
    print({.subject = "tideline curve, whole process",
           .services = kServices,
           .medianMs = medianMs(15,
                                [&] {
                                    runCommand({"tideline", "curve", design});
                                }),
           .limitMs = 0,
           .against = ""});
    print({.subject = "tideline check, whole process",
           .services = kServices,
           .medianMs = medianMs(15,
                                [&] {
                                    runCommand({"tideline", "check", design});
                                }),
           .limitMs = 0,
           .against = ""});
    return 0;
}
