// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/source_text.h"
#include "core/catalog/catalog.h"
#include "core/design/design.h"
#include "core/pricing/price_book.h"

#include <string>
#include <vector>

namespace tideline::test {

/// The files of a folder of share/tideline with this ending, named "kinds/cache.yaml", by name.
std::vector<SourceText> shippedFiles(const std::string& folder, const std::string& ending);

/// The kinds that the program ships, read once.
const Catalog& shippedCatalog();
/// A starter design by its name: "order-platform".
Design shippedDesign(const std::string& name);
/// The shipped price books, one over the other, as the program takes them; read once.
const PriceBook& shippedPrices();

}  // namespace tideline::test
