// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/disk/data_folder.h"
#include "core/pricing/price_book.h"

#include <string>
#include <vector>

namespace tideline {

/// What the window needs from the data folder.
struct StudioData {
    DataFolder folder;
    Catalog catalog;
    PriceBook prices;              ///< those of the folder with those of the command line over them
    PriceBook installed;           ///< those of the folder alone
    std::vector<PriceBook> given;  ///< those of the command line, in its order
};

/// Reads kinds and prices; further price files win over those of the folder, later ones over earlier.
Result<StudioData> loadStudioData(const DataFolder& folder, const std::vector<std::string>& priceFiles);

}  // namespace tideline
