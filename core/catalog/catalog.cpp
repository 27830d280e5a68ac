// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"

#include "core/catalog/kind_reader.h"
#include "core/catalog/vocabulary.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace tideline {

namespace {

constexpr unsigned kMostHelpers = 3;

bool isOrderFile(const SourceText& source) {
    return source.name == "order.yaml" || source.name.ends_with("/order.yaml");
}

Result<std::vector<std::string>> readOrder(const SourceText& source, std::span<const ServiceKind> kinds) {
    const YamlNode document = TRY(readYamlDocument(source));
    YamlObject object = TRY(YamlObject::of(document, source.name));
    std::vector<std::string> order = TRY(object.texts("order"));
    const std::vector<const YamlNode*> nodes = TRY(object.list("order"));
    TRY(object.finish());
    std::vector<std::string> known;
    for (const ServiceKind& kind : kinds) {
        known.push_back(kind.key);
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (std::ranges::find(known, order[at]) == known.end()) {
            return failure(fmt::format("there is no kind '{}'{}", order[at], suggestion(order[at], known)),
                           object.placeOf(*nodes[at]));
        }
    }
    return order;
}

/// Groups as the vocabulary has them, then the order of the file, then keys.
void sortForPalette(std::vector<ServiceKind>& kinds, const std::vector<std::string>& order) {
    const auto groups = groupTitles();
    const auto rank = [&](const ServiceKind& kind) {
        return std::tuple(std::ranges::find(groups, kind.group) - groups.begin(),
                          std::ranges::find(order, kind.key) - order.begin(), kind.key);
    };
    std::ranges::sort(kinds, {}, rank);
}

/// Every file's kind, or what is wrong with it, in the order of the files. Reading them is most of a program's start,
/// and no file knows of another: they are shared out to the processors.
std::vector<std::optional<Result<ServiceKind>>> readAll(std::span<const SourceText> files) {
    std::vector<std::optional<Result<ServiceKind>>> kinds(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t at = next++; at < files.size(); at = next++) {
            if (!isOrderFile(files[at])) {
                kinds[at] = readKind(files[at]);
            }
        }
    };
    const unsigned helpers = std::min(std::max(std::thread::hardware_concurrency(), 1U) - 1, kMostHelpers);
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < helpers && files.size() > 1; ++i) {
        threads.emplace_back(work);
    }
    work();
    threads.clear();
    return kinds;
}

}  // namespace

Result<Catalog> Catalog::read(std::span<const SourceText> kindFiles) {
    Catalog catalog;
    std::vector<std::string> files;
    std::vector<std::optional<Result<ServiceKind>>> read = readAll(kindFiles);
    for (std::size_t at = 0; at < kindFiles.size(); ++at) {
        const SourceText& source = kindFiles[at];
        if (isOrderFile(source)) {
            continue;
        }
        ServiceKind kind = TRY(std::move(*read[at]));
        const auto same = std::ranges::find(catalog.m_kinds, kind.key, &ServiceKind::key);
        if (same != catalog.m_kinds.end()) {
            return failure(fmt::format("the kind '{}' stands twice; the first is in {}", kind.key,
                                       files[static_cast<std::size_t>(same - catalog.m_kinds.begin())]),
                           source.name);
        }
        catalog.m_kinds.push_back(std::move(kind));
        files.push_back(source.name);
    }
    std::vector<std::string> order;
    for (const SourceText& source : kindFiles) {
        if (isOrderFile(source)) {
            order = TRY(readOrder(source, catalog.m_kinds));
        }
    }
    sortForPalette(catalog.m_kinds, order);
    return catalog;
}

const ServiceKind* Catalog::find(std::string_view key) const {
    const auto at = std::ranges::find(m_kinds, key, &ServiceKind::key);
    return at == m_kinds.end() ? nullptr : &*at;
}

std::vector<std::string> Catalog::groups() const {
    std::vector<std::string> groups;
    for (const ServiceKind& kind : m_kinds) {
        if (groups.empty() || groups.back() != kind.group) {
            groups.push_back(kind.group);
        }
    }
    return groups;
}

}  // namespace tideline
