// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace tideline {

/// Every limit on input, in the order of the table that `tideline limits` shows. A limit is raised by the person who
/// runs the program (--limit NAME=VALUE), never by an input.
enum class LimitId {
    ImportFileBytes,
    ImportBytes,
    ImportFiles,
    ImportServices,
    ImportConnections,
    Depth,
    YamlValues,
    YamlDocuments,
    YamlAliases,
    YamlAnchors,
    YamlExpandedValues,
    YamlAnchorBytes,
    JsonValues,
    TextBytes,
    KeyBytes,
    DesignBytes,
    DesignServices,
    DesignConnections,
    DesignEntries,
    DesignZones,
    NameCharacters,
    NoteCharacters,
    Coordinate,
    ExportFiles,
    DataFileBytes,
};

struct Limit {
    LimitId id;
    std::string_view name;  ///< "yaml-values", for --limit
    std::uint64_t standard;
    std::uint64_t most;  ///< the program's own walks are safe up to here
    std::string_view meaning;
};

/// All limits, rows in the order of LimitId.
std::span<const Limit> limitTable();
/// The value in force.
std::uint64_t limitOf(LimitId id);
/// Reads "yaml-values=500000" and puts it into force for the whole program; called before anything is read. Fails for
/// unknown names and for values under the standard or over the most.
Result<void> raiseLimit(std::string_view assignment);

}  // namespace tideline
