// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_data.h"

#include "core/base/limits.h"

#include <optional>

namespace tideline {

Result<StudioData> loadStudioData(const DataFolder& folder, const std::vector<std::string>& priceFiles) {
    StudioData data{.folder = folder};
    data.catalog = TRY(Catalog::read(TRY(folder.kinds(realDisk()))));
    std::vector<SourceText> sources = TRY(folder.prices(realDisk()));
    for (const std::string& path : priceFiles) {
        sources.push_back({path, TRY(realDisk().read(path, limits().importFileBytes))});
    }
    std::optional<PriceBook> book;
    for (const SourceText& source : sources) {
        PriceBook next = TRY(readPriceBook(source));
        book = book ? TRY(overridden(std::move(*book), next)) : std::move(next);
    }
    if (!book) {
        return failure("there is no price book; name the data folder by --data", folder.path);
    }
    data.prices = std::move(*book);
    return data;
}

}  // namespace tideline
