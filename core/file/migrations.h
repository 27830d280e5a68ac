// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/json/json_object.h"
#include "core/json/json_value.h"

#include <span>
#include <string_view>

namespace tideline {

/// A step from one format to the next, from JSON to JSON and never through today's structs.
struct Migration {
    int from = 1;  ///< the step leads to from + 1
    std::string_view sentence;  ///< for the person: "Entries got profiles."
    Result<JsonValue> (*step)(JsonObject before) = nullptr;
};

/// Rows from format 1 up to the one before kDesignFormat, without gaps.
std::span<const Migration> designMigrations();

/// A text that was led through steps.
struct MigratedText {
    std::string text;
    std::vector<std::string> sentences;
};

/// Leads a text of format `from` through all later rows of the table.
Result<MigratedText> migrated(const SourceText& source, int from, std::span<const Migration> table);

}  // namespace tideline
