// SPDX-License-Identifier: Apache-2.0
#include "core/base/limits.h"

#include "core/base/shown_text.h"

#include <fmt/core.h>

#include <array>
#include <atomic>
#include <charconv>

namespace tideline {

namespace {

constexpr std::uint64_t kMebibyte = 1024 * 1024;

// Standards: the largest of 9,147 real YAML files is 2.0 MB, 37 levels, 65,699 values, 74 documents, 142 aliases and
// 46,055 expanded values; none of them is refused.
constexpr std::array kLimits{
    Limit{LimitId::ImportFileBytes, "import-file-bytes", 8 * kMebibyte, 256 * kMebibyte, "size of a file to import"},
    Limit{LimitId::ImportBytes, "import-bytes", 32 * kMebibyte, 1024 * kMebibyte, "size of all files of an import"},
    Limit{LimitId::ImportFiles, "import-files", 500, 100'000, "files of an import"},
    Limit{LimitId::ImportServices, "import-services", 5'000, 50'000, "services from an import"},
    Limit{LimitId::ImportConnections, "import-connections", 20'000, 200'000, "connections from an import"},
    Limit{LimitId::Depth, "depth", 64, 500, "levels of nesting in YAML and JSON"},
    Limit{LimitId::YamlValues, "yaml-values", 250'000, 10'000'000, "values of a YAML file"},
    Limit{LimitId::YamlDocuments, "yaml-documents", 1'000, 100'000, "documents of a YAML file"},
    Limit{LimitId::YamlAliases, "yaml-aliases", 1'000, 100'000, "aliases of a YAML file"},
    Limit{LimitId::YamlAnchors, "yaml-anchors", 1'000, 100'000, "anchors of a YAML file"},
    Limit{LimitId::YamlExpandedValues, "yaml-expanded-values", 500'000, 10'000'000, "values that aliases expand to"},
    Limit{LimitId::YamlAnchorBytes, "yaml-anchor-bytes", 256, 4'096, "length of an anchor's or tag's name"},
    Limit{LimitId::JsonValues, "json-values", 4'000'000, 50'000'000, "values of a JSON file"},
    Limit{LimitId::TextBytes, "text-bytes", kMebibyte, 64 * kMebibyte, "length of a text in YAML or JSON"},
    Limit{LimitId::KeyBytes, "key-bytes", 1'024, 65'536, "length of a member's name in YAML or JSON"},
    Limit{LimitId::DesignBytes, "design-bytes", 64 * kMebibyte, 1024 * kMebibyte, "size of a design file"},
    Limit{LimitId::DesignServices, "design-services", 50'000, 1'000'000, "services of a design"},
    Limit{LimitId::DesignConnections, "design-connections", 200'000, 4'000'000, "connections of a design"},
    Limit{LimitId::DesignEntries, "design-entries", 50'000, 1'000'000, "entries or topics of a design"},
    Limit{LimitId::DesignZones, "design-zones", 1'000, 10'000, "lanes and sites of a design"},
    Limit{LimitId::NameCharacters, "name-characters", 200, 10'000, "characters of a name or title"},
    Limit{LimitId::NoteCharacters, "note-characters", 65'536, 10'000'000, "characters of a description or reason"},
    Limit{LimitId::Coordinate, "coordinate", 10'000'000, 1'000'000'000, "distance of a card from the middle"},
    Limit{LimitId::ExportFiles, "export-files", 5'000, 100'000, "files of an export"},
    Limit{LimitId::DataFileBytes, "data-file-bytes", 8 * kMebibyte, 256 * kMebibyte,
          "size of a kind file, price book or chart file"},
};

constexpr bool rowsAreInOrder() {
    for (std::size_t i = 0; i < kLimits.size(); ++i) {
        if (static_cast<std::size_t>(kLimits[i].id) != i || kLimits[i].most < kLimits[i].standard) {
            return false;
        }
    }
    return true;
}
static_assert(rowsAreInOrder(), "a row for every limit, in the order of LimitId");

/// 0 = the standard is in force.
constinit std::array<std::atomic<std::uint64_t>, kLimits.size()> raisedLimits{};

}  // namespace

std::span<const Limit> limitTable() {
    return kLimits;
}

std::uint64_t limitOf(LimitId id) {
    const auto row = static_cast<std::size_t>(id);
    const std::uint64_t raised = raisedLimits[row].load(std::memory_order_relaxed);
    return raised == 0 ? kLimits[row].standard : raised;
}

Result<void> raiseLimit(std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    const std::string_view name = assignment.substr(0, equals);
    const std::string_view digits =
        equals == std::string_view::npos ? std::string_view{} : assignment.substr(equals + 1);
    for (const Limit& row : kLimits) {
        if (row.name != name) {
            continue;
        }
        std::uint64_t value = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (fault != std::errc{} || end != digits.data() + digits.size() || value < row.standard || value > row.most) {
            return failure(fmt::format("the limit '{}' can be raised from {} to at most {}, not to '{}'", row.name,
                                       row.standard, row.most, shownText(digits)));
        }
        raisedLimits[static_cast<std::size_t>(row.id)].store(value, std::memory_order_relaxed);
        return {};
    }
    return failure(
        fmt::format("there is no limit '{}'; `tideline limits` lists them all, as NAME=VALUE", shownText(name)));
}

}  // namespace tideline
