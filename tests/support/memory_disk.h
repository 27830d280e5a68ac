// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/disk/disk.h"

#include <map>
#include <optional>
#include <set>

namespace tideline::test {

/// Files in memory, for tests of what uses a Disk. It records what was touched and can fail any call.
class MemoryDisk : public Disk {
public:
    std::map<std::string, std::string> files;  ///< by path
    std::vector<std::string> touched;          ///< "write a/b", "remove a", in order
    /// The call with this number (from 1; every call that changes something counts) fails as a full disk would.
    std::optional<int> failingChange;

    Result<std::string> read(const std::string& path, std::uint64_t limit) override;
    Result<void> write(const std::string& path, std::string_view text) override;
    bool exists(const std::string& path) override;
    std::vector<std::string> list(const std::string& folder) override;
    Result<void> makeFolders(const std::string& path) override;
    Result<void> move(const std::string& from, const std::string& to) override;
    Result<void> remove(const std::string& path) override;

private:
    Result<void> change(const std::string& what);
    int m_changes = 0;
};

}  // namespace tideline::test
