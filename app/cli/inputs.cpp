// SPDX-License-Identifier: Apache-2.0
#include "app/cli/inputs.h"

#include "core/base/limits.h"
#include "core/catalog/resolved_design.h"
#include "core/cost/kind_prices.h"
#include "core/disk/disk_error.h"
#include "core/figures/setting_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <future>
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

std::set<std::string> kindsOf(const Design& design) {
    std::set<std::string> keys;
    for (const Service& service : design.services) {
        keys.insert(service.kind);
    }
    return keys;
}

}  // namespace

Input<Catalog> loadCatalog(const CommandLine& line, const Design* design) {
    const DataFolder folder = dataFolderOf(line);
    const Result<std::vector<SourceText>> files =
        design != nullptr ? folder.kindsNamed(realDisk(), kindsOf(*design)) : folder.kinds(realDisk());
    if (!files) {
        return tl::unexpected(Stop{ExitCode::FileFailed, files.error()});
    }
    Result<Catalog> catalog = Catalog::read(*files);
    if (!catalog) {
        return tl::unexpected(inputRefused(catalog.error()));
    }
    return std::move(*catalog);
}

namespace {

/// --prices names a file, or a book of another region that is installed.
Input<SourceText> bookNamed(const CommandLine& line, const std::string& name) {
    std::error_code unknown;
    const bool isPlain = name.find_first_of("./") == std::string::npos && name != "-";
    if (isPlain && !std::filesystem::exists(name, unknown)) {
        Result<SourceText> book = dataFolderOf(line).regionPrices(realDisk(), name);
        if (!book) {
            return tl::unexpected(inputRefused(book.error()));
        }
        return std::move(*book);
    }
    return loadText(name, limitOf(LimitId::DataFileBytes));
}

Result<void> addBook(std::optional<PriceBook>& book, const SourceText& source) {
    PriceBook next = TRY(readPriceBook(source));
    book = book ? TRY(overridden(std::move(*book), next)) : std::move(next);
    return {};
}

Input<void> addBooks(std::optional<PriceBook>& book, const std::vector<SourceText>& sources) {
    for (const SourceText& source : sources) {
        if (const Result<void> added = addBook(book, source); !added) {
            return tl::unexpected(inputRefused(added.error()));
        }
    }
    return {};
}

Input<PriceBook> loadBooks(const CommandLine& line, const std::vector<std::string>& names,
                           const std::vector<std::string>& keys, bool takesAll) {
    const Result<std::vector<SourceText>> basic = dataFolderOf(line).prices(realDisk());
    if (!basic) {
        return tl::unexpected(Stop{ExitCode::FileFailed, basic.error()});
    }
    std::optional<PriceBook> book;
    if (const Input<void> added = addBooks(book, *basic); !added) {
        return tl::unexpected(added.error());
    }
    const auto isLacking = [&book](const std::string& key) { return !key.empty() && book->find(key) == nullptr; };
    if (takesAll || std::ranges::any_of(keys, isLacking)) {
        const Result<std::vector<SourceText>> further = dataFolderOf(line).furtherPrices(realDisk());
        if (!further) {
            return tl::unexpected(Stop{ExitCode::FileFailed, further.error()});
        }
        if (const Input<void> added = addBooks(book, *further); !added) {
            return tl::unexpected(added.error());
        }
    }
    std::vector<std::string> over = names;
    over.insert(over.end(), line.common.priceFiles.begin(), line.common.priceFiles.end());
    for (const std::string& name : over) {
        const Input<SourceText> source = bookNamed(line, name);
        if (!source) {
            return tl::unexpected(source.error());
        }
        if (const Input<void> added = addBooks(book, {*source}); !added) {
            return tl::unexpected(added.error());
        }
    }
    return std::move(*book);
}

}  // namespace

Input<PriceBook> loadPrices(const CommandLine& line, const std::vector<std::string>& names,
                            const std::vector<std::string>& keys) {
    return loadBooks(line, names, keys, false);
}

Input<PriceBook> loadAllPrices(const CommandLine& line) {
    return loadBooks(line, {}, {}, true);
}

Input<Design> loadDesign(const CommandLine& line, const std::string& path) {
    const Input<SourceText> source = loadText(path, limitOf(LimitId::DesignBytes));
    if (!source) {
        return tl::unexpected(source.error());
    }
    Result<OpenedDesign> opened = readDesign(*source);
    if (!opened) {
        Error error = opened.error();
        if (!error.where.starts_with(source->name)) {
            error.where = error.where.empty() ? source->name : source->name + ": " + error.where;
        }
        return tl::unexpected(inputRefused(std::move(error)));
    }
    for (const std::string& sentence : opened->migrations) {
        remark(line, fmt::format("{}: {}", source->name, sentence));
    }
    for (const std::string& sentence : opened->repairs) {
        remark(line, fmt::format("{}: {}", source->name, sentence));
    }
    return std::move(opened->design);
}

namespace {

/// Names of books as a design has them: files that lie beside it are found from wherever the program is called.
std::vector<std::string> booksOf(const Design& design, const std::string& designPath) {
    std::vector<std::string> names = design.settings.priceBooks;
    for (std::string& name : names) {
        const std::filesystem::path beside = std::filesystem::path(designPath).parent_path() / name;
        std::error_code unknown;
        if (name.find_first_of("./") != std::string::npos && std::filesystem::exists(beside, unknown)) {
            name = beside.string();
        }
    }
    return names;
}

}  // namespace

Input<Inputs> loadInputs(const CommandLine& line, const std::string& designPath) {
    Input<Design> design = loadDesign(line, designPath);
    if (!design) {
        return tl::unexpected(design.error());
    }
    // Reading kinds and prices is most of the time of a command, and neither needs the other.
    const DesignSettings& settings = design->settings;
    std::future<Input<PriceBook>> reading = std::async(std::launch::async, [&] {
        return loadPrices(line, booksOf(*design, designPath), {settings.cluster.nodePrice, settings.cluster.gpuNode});
    });
    Input<Catalog> catalog = loadCatalog(line, &*design);
    Input<PriceBook> prices = reading.get();
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    if (!prices) {
        return tl::unexpected(prices.error());
    }
    if (const Result<void> complete = checkPrices(*catalog, *prices); !complete) {
        return tl::unexpected(inputRefused(complete.error()));
    }
    return Inputs{.catalog = std::move(*catalog), .prices = std::move(*prices), .design = std::move(*design)};
}

void remarkStandards(const CommandLine& line, const std::string& designPath, const Inputs& inputs) {
    constexpr std::size_t kShown = 5;
    std::vector<std::string> sentences;
    for (const FieldIssue& issue : resolve(inputs.design, inputs.catalog).issues) {
        sentences.push_back(issue.message + (issue.fault == FieldFault::Misfit ? " The standard is taken." : ""));
    }
    for (const UnknownWord& word : unknownWords(inputs.design)) {
        sentences.push_back(fmt::format("{} Until it is corrected, {}.", word.message, word.meanwhile));
    }
    for (std::size_t at = 0; at < sentences.size() && at < kShown; ++at) {
        remark(line, fmt::format("{}: {}", designPath, sentences[at]));
    }
    if (sentences.size() > kShown) {
        remark(line, fmt::format("{}: and {} more like these; 'tideline check' lists them", designPath,
                                 sentences.size() - kShown));
    }
}

}  // namespace tideline
