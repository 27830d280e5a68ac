// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/design/design.h"

namespace tideline {

/// The format that this version writes; it reads every format from 1 up to it.
inline constexpr int kDesignFormat = 1;

struct OpenedDesign {
    Design design;
    int format = kDesignFormat;            ///< of the file, before migration
    std::vector<std::string> migrations;   ///< a sentence for each step that was taken
    std::vector<std::string> repairs;  ///< what was repaired, a sentence each; nothing is saved until a person saves
};

/// Reads a *.tideline file under the limits of core/base/limits.h. Errors name the place ("/services/0/name") and
/// what was expected; a newer format is refused.
Result<OpenedDesign> readDesign(const SourceText& source);
/// Fixed order, rows in id order, shortest numbers, a line break at the end: the same design gives the same bytes.
std::string designText(const Design& design);
/// JSON Schema (draft 2020-12) of the file.
std::string designSchema();

}  // namespace tideline
