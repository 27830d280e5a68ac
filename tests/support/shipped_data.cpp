// SPDX-License-Identifier: Apache-2.0
#include "tests/support/shipped_data.h"

#include "core/file/design_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tideline::test {

namespace {

/// A shipped file that cannot be read fails the test that asks for it.
template <class T>
T demand(Result<T> result) {
    if (!result) {
        throw std::runtime_error(describe(result.error()));
    }
    return std::move(*result);
}

}  // namespace

std::vector<SourceText> shippedFiles(const std::string& folder, const std::string& ending) {
    std::vector<SourceText> files;
    const std::filesystem::path path = std::filesystem::path(TIDELINE_SHARE) / folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending)) {
            std::ifstream stream(entry.path(), std::ios::binary);
            files.push_back({path.filename().string() + "/" + name, std::string(std::istreambuf_iterator(stream), {})});
        }
    }
    std::ranges::sort(files, {}, &SourceText::name);
    return files;
}

const Catalog& shippedCatalog() {
    static const Catalog catalog = demand(Catalog::read(shippedFiles("templates/kinds", ".yaml")));
    return catalog;
}

Design shippedDesign(const std::string& name) {
    const std::vector<SourceText> files = shippedFiles("templates/designs", ".tideline");
    const auto file = std::ranges::find(files, "designs/" + name + ".tideline", &SourceText::name);
    if (file == files.end()) {
        throw std::runtime_error("there is no starter design " + name);
    }
    return demand(readDesign(*file)).design;
}

const PriceBook& shippedPrices() {
    static const PriceBook prices = [] {
        std::optional<PriceBook> book;
        for (const SourceText& file : shippedFiles("resources/prices", ".yaml")) {
            PriceBook next = demand(readPriceBook(file));
            book = book ? demand(overridden(std::move(*book), next)) : std::move(next);
        }
        return std::move(*book);
    }();
    return prices;
}

}  // namespace tideline::test
