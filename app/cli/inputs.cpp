// SPDX-License-Identifier: Apache-2.0
#include "app/cli/inputs.h"

#include "core/base/limits.h"
#include "core/disk/disk_error.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <set>

namespace tideline {

namespace {

Input<SourceText> standardInput(std::uint64_t limit) {
    SourceText source{.name = "standard input", .text = {}};
    char buffer[65536];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stdin)) {
        source.text.append(buffer, got);
        if (source.text.size() > limit) {
            return tl::unexpected(
                Stop{ExitCode::InputRefused,
                     {fmt::format("more than {} came in; that is the limit", sizeText(limit)), source.name}});
        }
    }
    if (std::ferror(stdin)) {
        return tl::unexpected(Stop{ExitCode::FileFailed, {"standard input could not be read", {}}});
    }
    return source;
}

Stop inputRefused(Error error) {
    return Stop{ExitCode::InputRefused, std::move(error)};
}

}  // namespace

Input<SourceText> loadText(const std::string& path, std::uint64_t limit) {
    if (path == "-") {
        return standardInput(limit);
    }
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    if (!unknown && size > limit) {
        return tl::unexpected(
            Stop{ExitCode::InputRefused,
                 {fmt::format("the file is {}; at most {} are read", sizeText(size), sizeText(limit)), path}});
    }
    Result<std::string> text = realDisk().read(path, limit);
    if (!text) {
        return tl::unexpected(Stop{ExitCode::FileFailed, text.error()});
    }
    return SourceText{.name = path, .text = std::move(*text)};
}

DataFolder dataFolderOf(const CommandLine& line) {
    return line.common.dataFolder.empty() ? standardDataFolder() : DataFolder{line.common.dataFolder};
}

namespace {

/// Leaves the kinds that the design has; all of them where one is not in a file of its name.
void keepKindsOf(const Design& design, std::vector<SourceText>& files) {
    std::set<std::string> wanted;
    for (const Service& service : design.services) {
        wanted.insert("templates/kinds/" + service.kind + ".yaml");
    }
    const auto isWanted = [&](const SourceText& file) { return wanted.contains(file.name); };
    if (static_cast<std::size_t>(std::ranges::count_if(files, isWanted)) == wanted.size()) {
        std::erase_if(files, std::not_fn(isWanted));
    }
}

}  // namespace

Input<Catalog> loadCatalog(const CommandLine& line, const Design* design) {
    Result<std::vector<SourceText>> files = dataFolderOf(line).kinds(realDisk());
    if (!files) {
        return tl::unexpected(Stop{ExitCode::FileFailed, files.error()});
    }
    if (design) {
        keepKindsOf(*design, *files);
    }
    Result<Catalog> catalog = Catalog::read(*files);
    if (!catalog) {
        return tl::unexpected(inputRefused(catalog.error()));
    }
    return std::move(*catalog);
}

Input<PriceBook> loadPrices(const CommandLine& line) {
    Result<std::vector<SourceText>> sources = dataFolderOf(line).prices(realDisk());
    if (!sources) {
        return tl::unexpected(Stop{ExitCode::FileFailed, sources.error()});
    }
    for (const std::string& path : line.common.priceFiles) {
        Input<SourceText> source = loadText(path, limitOf(LimitId::DataFileBytes));
        if (!source) {
            return tl::unexpected(source.error());
        }
        sources->push_back(std::move(*source));
    }
    std::optional<PriceBook> book;
    for (const SourceText& source : *sources) {
        const Result<PriceBook> next = readPriceBook(source);
        if (!next) {
            return tl::unexpected(inputRefused(next.error()));
        }
        Result<PriceBook> merged = book ? overridden(std::move(*book), *next) : next;
        if (!merged) {
            return tl::unexpected(inputRefused(merged.error()));
        }
        book = std::move(*merged);
    }
    if (!book) {
        return tl::unexpected(Stop{ExitCode::FileFailed, {"no price book was found; name the folder by --data", {}}});
    }
    return std::move(*book);
}

Input<Design> loadDesign(const CommandLine& line, const std::string& path) {
    const Input<SourceText> source = loadText(path, limitOf(LimitId::DesignBytes));
    if (!source) {
        return tl::unexpected(source.error());
    }
    Result<OpenedDesign> opened = readDesign(*source);
    if (!opened) {
        return tl::unexpected(inputRefused(opened.error()));
    }
    for (const std::string& sentence : opened->migrations) {
        remark(line, fmt::format("{}: {}", source->name, sentence));
    }
    for (const std::string& sentence : opened->repairs) {
        remark(line, fmt::format("{}: {}", source->name, sentence));
    }
    return std::move(opened->design);
}

Input<Inputs> loadInputs(const CommandLine& line, const std::string& designPath, WhichKinds which) {
    Input<Design> design = loadDesign(line, designPath);
    if (!design) {
        return tl::unexpected(design.error());
    }
    Input<Catalog> catalog = loadCatalog(line, which == WhichKinds::OfTheDesign ? &*design : nullptr);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    Input<PriceBook> prices = loadPrices(line);
    if (!prices) {
        return tl::unexpected(prices.error());
    }
    return Inputs{.catalog = std::move(*catalog), .prices = std::move(*prices), .design = std::move(*design)};
}

}  // namespace tideline
