// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/source_text.h"
#include "core/disk/disk.h"

#include <set>

namespace tideline {

/// Where the program's data lies: share/tideline beside the program's bin folder, or what --data names.
struct DataFolder {
    std::string path;
    /// templates/kinds/*.yaml, by name.
    Result<std::vector<SourceText>> kinds(Disk& disk) const;
    /// Those of templates/kinds/KEY.yaml for these keys; all kinds where one of the keys has no file of its name.
    Result<std::vector<SourceText>> kindsNamed(Disk& disk, const std::set<std::string>& keys) const;
    /// resources/prices/*.yaml, by name.
    Result<std::vector<SourceText>> prices(Disk& disk) const;
    /// resources/prices/further/*.yaml, by name: prices that no kind of service names. Empty where there are none.
    Result<std::vector<SourceText>> furtherPrices(Disk& disk) const;
    /// resources/prices/regions/NAME.yaml: what differs in another region. The error lists those that there are.
    Result<SourceText> regionPrices(Disk& disk, const std::string& name) const;
    /// templates/designs/*.tideline, by name; the name without folder and ending is the template's key.
    Result<std::vector<SourceText>> designs(Disk& disk) const;
    /// templates/helm/**, names relative to it.
    Result<std::vector<SourceText>> chartFiles(Disk& disk) const;
};

/// The folder that belongs to the running program.
DataFolder standardDataFolder();

}  // namespace tideline
