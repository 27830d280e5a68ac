// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_data.h"

#include "core/base/limits.h"
#include "core/cost/kind_prices.h"

#include <future>
#include <optional>

namespace tideline {

namespace {

Result<Catalog> kindsIn(const DataFolder& folder) {
    const std::vector<SourceText> kinds = TRY(folder.kinds(realDisk()));
    return Catalog::read(kinds);
}

/// Nothing where the folder holds no book.
Result<std::optional<PriceBook>> bookIn(const DataFolder& folder) {
    const std::vector<SourceText> sources = TRY(folder.prices(realDisk()));
    std::optional<PriceBook> book;
    for (const SourceText& source : sources) {
        PriceBook next = TRY(readPriceBook(source));
        if (book) {
            book = TRY(overridden(std::move(*book), next));
        } else {
            book = std::move(next);
        }
    }
    return book;
}

}  // namespace

Result<StudioData> loadStudioData(const DataFolder& folder, const std::vector<std::string>& priceFiles) {
    StudioData data{.folder = folder};
    // Prices on a thread of their own: neither needs the other, and together they are most of the start.
    std::future<Result<std::optional<PriceBook>>> reading =
        std::async(std::launch::async, [&] { return bookIn(folder); });
    data.catalog = TRY(kindsIn(folder));
    std::optional<PriceBook> book = TRY(reading.get());
    if (!book) {
        return failure("there is no price book; name the data folder by --data", folder.path);
    }
    data.installed = std::move(*book);
    data.prices = data.installed;
    for (const std::string& path : priceFiles) {
        const std::string text = TRY(realDisk().read(path, limitOf(LimitId::DataFileBytes)));
        const SourceText source{path, text};
        data.given.push_back(TRY(readPriceBook(source)));
        data.prices = TRY(overridden(std::move(data.prices), data.given.back()));
    }
    TRY(checkPrices(data.catalog, data.prices));
    return data;
}

}  // namespace tideline
