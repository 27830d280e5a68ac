// SPDX-License-Identifier: Apache-2.0
#include "core/file/design_file.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/file/foreign_files.h"
#include "core/file/migrations.h"
#include "core/file/repairs.h"
#include "core/file/row_readers.h"

#include <fmt/core.h>

#include <unordered_map>

namespace tideline {

namespace {

/// Reads the rows of one list; two with the same id are refused with both places.
template <class Row>
Result<Table<Row>> readTable(JsonObject& root, std::string_view name, LimitId limit,
                             Result<Row> (*readRow)(const JsonPlace&)) {
    const std::vector<JsonPlace> places = TRY(root.list(name));
    if (places.size() > limitOf(limit)) {
        return root.failureAt(name, fmt::format("there are {} of them, and the limit is {}", shownCount(places.size()),
                                                shownCount(limitOf(limit))));
    }
    std::vector<Row> rows;
    rows.reserve(places.size());
    std::unordered_map<std::string_view, std::size_t> known;  // for look-ups only
    known.reserve(places.size());
    for (const JsonPlace& place : places) {
        const Row& row = rows.emplace_back(TRY(readRow(place)));
        const auto [first, isNew] = known.emplace(row.id.text, known.size());
        if (!isNew) {
            return failure(fmt::format("'{}' is the id of /{}/{} too; each needs its own", shownText(row.id.text), name,
                                       first->second),
                           place.path() + "/id");
        }
    }
    return Table<Row>(std::move(rows));
}

Result<std::vector<Zone>> readZones(JsonObject& root) {
    std::vector<Zone> zones;
    for (const JsonPlace& place : TRY(root.list("zones"))) {
        Zone zone = TRY(readZone(place));
        for (const Zone& other : zones) {
            if (other.id == zone.id) {
                return failure(
                    fmt::format("'{}' is the key of another lane too; each needs its own", shownText(zone.id.text)),
                    place.path() + "/key");
            }
        }
        zones.push_back(std::move(zone));
        if (zones.size() > limitOf(LimitId::DesignZones)) {
            return root.failureAt("zones", fmt::format("there are more than {} of them, which is the limit",
                                                       shownCount(limitOf(LimitId::DesignZones))));
        }
    }
    return zones;
}

Result<int> readFormat(JsonObject& root, const std::string& file) {
    const double format = TRY(root.number("format", {1, 1e9}));
    if (format > kDesignFormat) {
        return failure(
            fmt::format("the design was saved by a newer version (format {}; this one reads up to {}); it was "
                        "left as it is, so update Tideline to open it",
                        format, kDesignFormat),
            file);
    }
    return static_cast<int>(format);
}

Result<Design> readCurrentFormat(JsonObject& root) {
    Design design;
    root.member("format");
    design.title = TRY(readName(root, "title"));
    design.description = TRY(readNote(root, "description"));
    design.zones = TRY(readZones(root));
    design.services = TRY(readTable(root, "services", LimitId::DesignServices, readService));
    design.connections = TRY(readTable(root, "connections", LimitId::DesignConnections, readConnection));
    design.entries = TRY(readTable(root, "entries", LimitId::DesignEntries, readEntry));
    design.topics = TRY(readTable(root, "topics", LimitId::DesignEntries, readTopic));
    design.layout = TRY(readTable(root, "layout", LimitId::DesignServices, readSpot));
    if (const std::optional<JsonPlace> settings = root.member("settings")) {
        design.settings = TRY(readSettings(*settings));
    }
    for (const JsonPlace& place : TRY(root.list("accepted"))) {
        design.accepted.push_back(TRY(readAcceptedFinding(place)));
    }
    design.extras = root.extras();
    return design;
}

}  // namespace

Result<OpenedDesign> readDesign(const SourceText& source) {
    TRY(checkIsDesignText(source));
    const std::uint64_t mostBytes = limitOf(LimitId::DesignBytes);
    JsonTree tree = TRY(JsonTree::read(source, mostBytes));
    JsonObject root = TRY(JsonObject::of(JsonPlace::rootOf(tree)));
    TRY(checkIsDesignObject(root, source.name));
    OpenedDesign opened;
    opened.format = TRY(readFormat(root, source.name));
    if (opened.format < kDesignFormat) {
        MigratedText migration = TRY(migrated(source, opened.format, designMigrations()));
        opened.migrations = std::move(migration.sentences);
        tree = TRY(JsonTree::read({source.name, std::move(migration.text)}, mostBytes));
        root = TRY(JsonObject::of(JsonPlace::rootOf(tree)));
    }
    opened.design = TRY(readCurrentFormat(root));
    opened.repairs = repair(opened.design);
    return opened;
}

}  // namespace tideline
