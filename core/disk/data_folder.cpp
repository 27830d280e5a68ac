// SPDX-License-Identifier: Apache-2.0
#include "core/disk/data_folder.h"

#include "core/base/limits.h"

#include <fmt/core.h>

#include <filesystem>

namespace tideline {

namespace {

Result<SourceText> textAt(Disk& disk, const std::string& path, std::string name) {
    std::string text = TRY(disk.read(path, limitOf(LimitId::DataFileBytes)));
    return SourceText{.name = std::move(name), .text = std::move(text)};
}

constexpr const char* kKinds = "templates/kinds";

std::vector<std::string> namesIn(Disk& disk, const std::string& folder, const std::string& ending) {
    std::vector<std::string> names = disk.list(folder);
    std::erase_if(names, [&](const std::string& name) { return !name.ends_with(ending) || name.starts_with('.'); });
    return names;
}

Result<std::vector<SourceText>> textsOf(Disk& disk, const std::string& root, const std::string& folder,
                                        const std::vector<std::string>& names) {
    std::vector<SourceText> files;
    for (const std::string& name : names) {
        const std::string path = folder + "/" + name;
        files.push_back(TRY(textAt(disk, root + "/" + path, path)));
    }
    return files;
}

/// The files of a folder with this ending, by name; a folder without any is an installation that is not whole.
Result<std::vector<SourceText>> filesIn(Disk& disk, const std::string& root, const std::string& folder,
                                        const std::string& ending) {
    std::vector<SourceText> files = TRY(textsOf(disk, root, folder, namesIn(disk, root + "/" + folder, ending)));
    if (files.empty()) {
        return failure(
            fmt::format("no {} files are here; name the folder that holds templates and resources by --data", ending),
            root + "/" + folder);
    }
    return files;
}

/// All files below a folder; `prefix` is the path from the root of the walk.
Result<void> addFilesBelow(Disk& disk, const std::string& root, const std::string& prefix,
                           std::vector<SourceText>& files) {
    for (const std::string& name : disk.list(root + "/" + prefix)) {
        const std::string path = prefix.empty() ? name : prefix + "/" + name;
        if (!disk.list(root + "/" + path).empty()) {
            TRY(addFilesBelow(disk, root, path, files));
        } else {
            files.push_back(TRY(textAt(disk, root + "/" + path, path)));
        }
    }
    return {};
}

}  // namespace

Result<std::vector<SourceText>> DataFolder::kinds(Disk& disk) const {
    return filesIn(disk, path, kKinds, ".yaml");
}

Result<std::vector<SourceText>> DataFolder::kindsNamed(Disk& disk, const std::set<std::string>& keys) const {
    std::vector<std::string> names = namesIn(disk, path + "/" + kKinds, ".yaml");
    std::erase_if(names, [&](const std::string& name) { return !keys.contains(name.substr(0, name.size() - 5)); });
    return names.size() == keys.size() && !keys.empty() ? textsOf(disk, path, kKinds, names) : kinds(disk);
}

Result<std::vector<SourceText>> DataFolder::prices(Disk& disk) const {
    return filesIn(disk, path, "resources/prices", ".yaml");
}

Result<std::vector<SourceText>> DataFolder::furtherPrices(Disk& disk) const {
    const std::string folder = "resources/prices/further";
    return disk.list(path + "/" + folder).empty() ? Result<std::vector<SourceText>>(std::vector<SourceText>{})
                                                  : filesIn(disk, path, folder, ".yaml");
}

Result<SourceText> DataFolder::regionPrices(Disk& disk, const std::string& name) const {
    const std::string folder = "resources/prices/regions";
    std::string known;
    for (const std::string& file : disk.list(path + "/" + folder)) {
        if (file == name + ".yaml") {
            return textAt(disk, path + "/" + folder + "/" + file, folder + "/" + file);
        }
        if (file.ends_with(".yaml")) {
            known += (known.empty() ? "" : ", ") + file.substr(0, file.size() - 5);
        }
    }
    return failure(fmt::format("there is no price book of this name; there are: {}. Another file is named by --prices",
                               known.empty() ? "none" : known),
                   name);
}

Result<std::vector<SourceText>> DataFolder::designs(Disk& disk) const {
    return filesIn(disk, path, "templates/designs", ".tideline");
}

Result<std::vector<SourceText>> DataFolder::chartFiles(Disk& disk) const {
    std::vector<SourceText> files;
    TRY(addFilesBelow(disk, path + "/templates/helm", "", files));
    if (files.empty()) {
        return failure("the files of the chart are not here; name the folder that holds templates by --data",
                       path + "/templates/helm");
    }
    return files;
}

DataFolder standardDataFolder() {
    std::error_code code;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", code);
    return {(program.parent_path().parent_path() / "share" / "tideline").string()};
}

}  // namespace tideline
