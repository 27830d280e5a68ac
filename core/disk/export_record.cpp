// SPDX-License-Identifier: Apache-2.0
#include "core/disk/export_record.h"

#include "core/disk/export_path.h"
#include "core/json/json_object.h"
#include "core/json/json_value.h"

#include <fmt/core.h>

namespace tideline {

namespace {

constexpr std::uint64_t kMostBytes = 16 * 1024 * 1024;
constexpr int kRecordFormat = 1;

Result<void> addFile(ExportRecord& record, const JsonPlace& place) {
    JsonObject row = TRY(JsonObject::of(place));
    const std::string path = TRY(row.text("path"));
    RecordedFile file;
    file.target = TRY(row.text("target"));
    file.version = TRY(row.text("version"));
    file.sha256 = TRY(row.text("sha256"));
    TRY(exportPathParts(path));
    if (!path.starts_with(file.target + "/")) {
        return row.failureAt("path", fmt::format("expected a path below '{}'", file.target));
    }
    record.insert_or_assign(path, std::move(file));
    return {};
}

Result<ExportRecord> recordOf(const SourceText& source) {
    const JsonTree tree = TRY(JsonTree::read(source, kMostBytes));
    JsonObject root = TRY(JsonObject::of(JsonPlace::rootOf(tree)));
    TRY(root.number("format", {kRecordFormat, kRecordFormat}));
    ExportRecord record;
    for (const JsonPlace& place : TRY(root.list("files"))) {
        TRY(addFile(record, place));
    }
    return record;
}

}  // namespace

Result<ExportRecord> readExportRecord(const SourceText& source) {
    Result<ExportRecord> record = recordOf(source);
    if (!record) {
        return failure(
            fmt::format("the record of the last export is damaged ({}); nothing was written, so bring it back "
                        "or move it away",
                        describe(record.error())),
            source.name);
    }
    return record;
}

std::string exportRecordText(const ExportRecord& record) {
    JsonValue files = JsonValue::list();
    for (const auto& [path, file] : record) {
        JsonValue row = JsonValue::object();
        row.set("path", path).set("target", file.target).set("version", file.version).set("sha256", file.sha256);
        files.add(JsonValue::Raw{jsonLine(row)});
    }
    JsonValue root = JsonValue::object();
    root.set("about", "Files that Tideline wrote here. Those that a person edits are kept by the next export.");
    return jsonText(root.set("format", kRecordFormat).set("files", std::move(files)));
}

}  // namespace tideline
