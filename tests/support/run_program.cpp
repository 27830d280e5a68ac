// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tideline::test {

namespace {

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void redirect(const std::string& path, int flags, int target) {
    const int file = ::open(path.c_str(), flags, 0600);
    ::dup2(file, target);
    ::close(file);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tideline-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder could be made");
    }
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((m_path / name).parent_path());
    std::ofstream(m_path / name, std::ios::binary) << text;
    return file(name);
}

std::string TemporaryFolder::read(const std::string& name) const {
    return textOf(m_path / name);
}

Ran runTideline(const std::vector<std::string>& arguments, const std::string& input,
                const std::filesystem::path& folder) {
    const TemporaryFolder scratch;
    const std::string in = scratch.write("in", input);
    std::vector<std::string> words{TIDELINE_CLI};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        redirect(in, O_RDONLY, 0);
        redirect(scratch.file("out"), O_CREAT | O_WRONLY, 1);
        redirect(scratch.file("err"), O_CREAT | O_WRONLY, 2);
        if (!folder.empty() && ::chdir(folder.c_str()) != 0) {
            ::_exit(126);
        }
        ::execv(TIDELINE_CLI, argv.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .out = scratch.read("out"),
            .err = scratch.read("err")};
}

}  // namespace tideline::test
