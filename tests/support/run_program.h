// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace tideline::test {

/// What a program printed and how it ended.
struct Ran {
    int exitCode = -1;  ///< -1 when a signal ended it
    std::string out, err;
};

/// Runs `tideline` with these arguments in `folder` and waits for it. `input` is its standard input.
Ran runTideline(const std::vector<std::string>& arguments, const std::string& input = {},
                const std::filesystem::path& folder = {});

/// A folder of its own that goes away with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::string file(const std::string& name) const { return (m_path / name).string(); }
    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& text) const;
    std::string read(const std::string& name) const;

private:
    std::filesystem::path m_path;
};

}  // namespace tideline::test
