// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory_disk.h"

namespace tideline::test {

Result<void> MemoryDisk::change(const std::string& what) {
    ++m_changes;
    if (failingChange == m_changes) {
        return failure("the disk is full", what);
    }
    touched.push_back(what);
    return {};
}

Result<std::string> MemoryDisk::read(const std::string& path, std::uint64_t limit) {
    const auto found = files.find(path);
    if (found == files.end()) {
        return failure("there is no such file", path);
    }
    if (found->second.size() > limit) {
        return failure("the file is too large", path);
    }
    return found->second;
}

Result<void> MemoryDisk::write(const std::string& path, std::string_view text) {
    TRY(change("write " + path));
    files[path] = text;
    return {};
}

bool MemoryDisk::exists(const std::string& path) {
    const auto below = files.lower_bound(path + "/");
    return files.contains(path) || (below != files.end() && below->first.starts_with(path + "/"));
}

std::vector<std::string> MemoryDisk::list(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& [path, text] : files) {
        if (path.starts_with(folder + "/")) {
            const std::string rest = path.substr(folder.size() + 1);
            names.insert(rest.substr(0, rest.find('/')));
        }
    }
    return {names.begin(), names.end()};
}

Result<void> MemoryDisk::makeFolders(const std::string& path) {
    return change("make " + path);
}

Result<void> MemoryDisk::move(const std::string& from, const std::string& to) {
    TRY(change("move " + from));
    const auto found = files.find(from);
    if (found == files.end()) {
        return failure("there is no such file", from);
    }
    files[to] = std::move(found->second);
    files.erase(from);
    return {};
}

Result<void> MemoryDisk::remove(const std::string& path) {
    TRY(change("remove " + path));
    files.erase(path);
    return {};
}

}  // namespace tideline::test
