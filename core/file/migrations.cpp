// SPDX-License-Identifier: Apache-2.0
#include "core/file/migrations.h"

#include "core/base/limits.h"
#include "core/file/design_file.h"

#include <array>

namespace tideline {

namespace {

/// One row for every format that was ever shipped but the newest.
constexpr std::array<Migration, 0> kMigrations{};

constexpr bool rowsRunUpToTheFormat() {
    for (std::size_t i = 0; i < kMigrations.size(); ++i) {
        if (kMigrations[i].from != static_cast<int>(i) + 1) {
            return false;
        }
    }
    return kMigrations.size() + 1 == static_cast<std::size_t>(kDesignFormat);
}
static_assert(rowsRunUpToTheFormat(), "a row for every format from 1 up to the one before kDesignFormat");

}  // namespace

std::span<const Migration> designMigrations() {
    return kMigrations;
}

Result<MigratedText> migrated(const SourceText& source, int from, std::span<const Migration> table) {
    MigratedText result{.text = source.text};
    for (const Migration& row : table) {
        if (row.from < from) {
            continue;
        }
        const JsonTree tree = TRY(JsonTree::read({source.name, result.text}, limitOf(LimitId::DesignBytes)));
        JsonObject before = TRY(JsonObject::of(JsonPlace::rootOf(tree)));
        const JsonValue after = TRY(row.step(std::move(before)));
        result.text = jsonText(after);
        result.sentences.emplace_back(row.sentence);
    }
    return result;
}

}  // namespace tideline
