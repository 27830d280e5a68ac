// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <string>
#include <vector>

namespace tideline {

/// A file of an export, in memory. `path` is relative to the target's folder, parts by the grammar of
/// reliability.md 5.2, joined by '/'.
struct ExportFile {
    std::string path;
    std::string text;
    auto operator<=>(const ExportFile&) const = default;
};

/// Something a person should know about an export: left out, renamed, to be replaced.
struct ExportNote {
    std::string subject;  ///< id of a service or connection; empty = the design
    std::string message;
    bool operator==(const ExportNote&) const = default;
};

struct ExportBundle {
    std::vector<ExportFile> files;  ///< by path
    std::vector<ExportNote> notes;
};

}  // namespace tideline
