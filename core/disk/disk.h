// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// The only door to files. Paths are native; errors say what happened, where, and what is safe.
class Disk {
public:
    virtual ~Disk() = default;
    /// Fails over `limit` bytes, for what is no regular file, and where it cannot be read.
    virtual Result<std::string> read(const std::string& path, std::uint64_t limit) = 0;
    /// All or nothing: temporary file beside it, checked flush, fsync, rename, fsync of the folder, read back
    /// (reliability.md 3.1). Refuses a target that exists and is no regular file.
    virtual Result<void> write(const std::string& path, std::string_view text) = 0;
    virtual bool exists(const std::string& path) = 0;
    /// Names of the entries of a folder, sorted; empty where there is none.
    virtual std::vector<std::string> list(const std::string& folder) = 0;
    virtual Result<void> makeFolders(const std::string& path) = 0;
    virtual Result<void> move(const std::string& from, const std::string& to) = 0;
    virtual Result<void> remove(const std::string& path) = 0;
};

/// The disk of this machine.
Disk& realDisk();

}  // namespace tideline
