// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// An open folder, and all that is done below it. Every step of a path is opened by itself and never through a link,
/// so nothing that happens to the folders meanwhile leads outside. Paths are relative to it, with '/' between parts.
class OpenFolder {
public:
    /// Opens the folder; a link is refused.
    static Result<OpenFolder> open(const std::string& path);
    ~OpenFolder();
    OpenFolder(OpenFolder&& other) noexcept;
    OpenFolder& operator=(OpenFolder&&) = delete;
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;

    const std::string& path() const { return m_path; }

    /// The text of a regular file of at most `mostBytes`; nothing where there is none. Refuses links, in the way too.
    Result<std::optional<std::string>> read(const std::string& file, std::uint64_t mostBytes) const;
    /// Makes a new file; one that is there already is an error.
    Result<void> write(const std::string& file, std::string_view text) const;
    /// Makes the folders that are missing and appends their paths to `made`, outermost first.
    Result<void> makeFolders(const std::string& folder, std::vector<std::string>& made) const;
    /// `to` must not be there.
    Result<void> move(const std::string& from, const std::string& to) const;
    Result<void> removeFile(const std::string& file) const;
    /// False where it is not empty.
    bool removeFolder(const std::string& folder) const;
    /// Waits until all that was written below is on the disk.
    Result<void> sync() const;

private:
    OpenFolder(int descriptor, std::string path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    int m_descriptor;
    std::string m_path;
};

}  // namespace tideline
