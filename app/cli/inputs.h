// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/catalog/catalog.h"
#include "core/disk/data_folder.h"
#include "core/file/design_file.h"
#include "core/pricing/price_book.h"

namespace tideline {

/// Why a command cannot go on, and the exit code that says so.
struct Stop {
    ExitCode code = ExitCode::InputRefused;
    Error error;
};

template <class T>
using Input = tl::expected<T, Stop>;

/// The data that every analysis needs.
struct Inputs {
    Catalog catalog;
    PriceBook prices;
    Design design;
};

DataFolder dataFolderOf(const CommandLine& line);
/// With a design, only the kinds that it has: reading them all would be most of a command's time.
Input<Catalog> loadCatalog(const CommandLine& line, const Design* design = nullptr);
/// The books that kinds of services need, then those of --prices over them. `names` are the further books of a design,
/// and `keys` the prices that it names itself: where these books lack one, the further books are read too.
Input<PriceBook> loadPrices(const CommandLine& line, const std::vector<std::string>& names = {},
                            const std::vector<std::string>& keys = {});
/// All books of the data folder, the further ones with them, then those of --prices.
Input<PriceBook> loadAllPrices(const CommandLine& line);
/// `path` "-" is standard input. Remarks on migrations and repairs go to standard error.
Input<Design> loadDesign(const CommandLine& line, const std::string& path);
/// A design, the kinds that it has and the prices.
Input<Inputs> loadInputs(const CommandLine& line, const std::string& designPath);

/// Says on standard error which fields and words of the design stand in no figure: what comes of a standard must not
/// look like a number of the design. At most five; `check` lists all.
void remarkStandards(const CommandLine& line, const std::string& designPath, const Inputs& inputs);

/// The text of a file, or of standard input for "-", under the limit of a design.
Input<SourceText> loadText(const std::string& path, std::uint64_t limit);

inline ExitCode refuse(const Stop& stop) {
    return refuse(stop.code, stop.error);
}

}  // namespace tideline
