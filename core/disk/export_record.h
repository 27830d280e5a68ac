// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"

#include <map>

namespace tideline {

/// Where a former export is recorded, below the export's folder.
inline constexpr std::string_view kExportRecordFile = ".tideline-export.json";

/// A file that we wrote.
struct RecordedFile {
    std::string target, version, sha256;
    bool operator==(const RecordedFile&) const = default;
};

/// By path, which starts with the target.
using ExportRecord = std::map<std::string, RecordedFile>;

/// Fails for a record that is damaged, or that names paths outside its targets.
Result<ExportRecord> readExportRecord(const SourceText& source);
/// One line a file, by path; no times.
std::string exportRecordText(const ExportRecord& record);

}  // namespace tideline
