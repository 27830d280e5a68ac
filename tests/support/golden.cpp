// SPDX-License-Identifier: Apache-2.0
#include "tests/support/golden.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tideline::test {
namespace {

namespace files = std::filesystem;

files::path goldenFolder() {
    return files::path(TIDELINE_TEST_DATA) / "golden";
}

bool isUpdating() {
    const char* wish = std::getenv("UPDATE_GOLDEN");
    return wish != nullptr && std::string(wish) == "1";
}

std::string textOf(const files::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const files::path& path, const std::string& text) {
    files::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string lineAt(const std::vector<std::string>& lines, std::size_t index) {
    return index < lines.size() ? lines[index] : "(end of the text)";
}

constexpr const char* kCommand = "UPDATE_GOLDEN=1 ctest rewrites it; then read git diff tests/golden";

std::string differenceFromGolden(const std::string& path, const std::string& text) {
    const files::path file = goldenFolder() / path;
    if (isUpdating()) {
        write(file, text);
        return {};
    }
    if (!files::exists(file)) {
        return fmt::format("tests/golden/{}: there is no such file. {}", path, kCommand);
    }
    const std::string expected = textOf(file);
    if (expected == text) {
        return {};
    }
    const std::vector<std::string> before = linesOf(expected), after = linesOf(text);
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto line = static_cast<std::size_t>(a - before.begin());
    static_cast<void>(b);
    return fmt::format("tests/golden/{}:{}\n  expected: {}\n  found:    {}\n{}", path, line + 1, lineAt(before, line),
                       lineAt(after, line), kCommand);
}

}  // namespace

std::string differencesFromGolden(const std::string& folder, const std::vector<ExportFile>& exported) {
    const files::path root = goldenFolder() / folder;
    if (exported.empty()) {
        return fmt::format("tests/golden/{}: the export has no files", folder);
    }
    if (isUpdating()) {
        files::remove_all(root);
    }
    std::vector<std::string> differences;
    for (const ExportFile& file : exported) {
        differences.push_back(differenceFromGolden(folder + "/" + file.path, file.text));
    }
    if (files::exists(root)) {
        for (const auto& entry : files::recursive_directory_iterator(root)) {
            const std::string path = entry.path().lexically_relative(root).generic_string();
            if (entry.is_regular_file() && std::ranges::count(exported, path, &ExportFile::path) == 0) {
                differences.push_back(fmt::format("tests/golden/{}/{}: the export has no such file any more. {}",
                                                  folder, path, kCommand));
            }
        }
    }
    std::erase(differences, "");
    return fmt::format("{}", fmt::join(differences, "\n"));
}

}  // namespace tideline::test
