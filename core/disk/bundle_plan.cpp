// SPDX-License-Identifier: Apache-2.0
#include "core/disk/bundle_plan.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/disk/export_path.h"
#include "core/disk/sha256.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::array<std::string_view, 6> kStateKeys{"new", "changed", "same", "edited", "removed", "kept"};
/// A file that is larger was not written by us.
constexpr std::uint64_t kMostBytes = 64 * 1024 * 1024;

/// Decides file by file, in the order of the paths.
class Planner {
public:
    Planner(const OpenFolder* folder, EditedFiles edited, ExportRecord record)
        : m_folder(folder), m_edited(edited), m_former(std::move(record)) {
        m_steps.former = m_former;
        m_steps.record = m_former;
    }

    Result<void> place(const std::string& target, const std::string& path, const std::string& text) {
        const std::string hash = sha256(text);
        const std::optional<std::string> there = TRY(hashOf(path));
        PlannedFile file{.path = path};
        if (!there) {
            file.state = FileState::New;
        } else if (*there == hash) {
            file.state = FileState::Same;
        } else {
            file.state = isOurs(path, *there) ? FileState::Changed : FileState::Edited;
        }
        m_steps.record[path] = {target, TIDELINE_VERSION, hash};
        if (file.state == FileState::Edited) {
            TRY(placeBeside(file, target, text));
        } else if (file.state != FileState::Same) {
            m_steps.texts[path] = text;
        }
        m_steps.plan.files.push_back(std::move(file));
        return {};
    }

    /// Files of a former export that this one has not.
    Result<void> removeOthers(const std::string& target) {
        std::set<std::string> present;
        for (const PlannedFile& file : m_steps.plan.files) {
            present.insert(file.path);
            if (m_edited == EditedFiles::Keep) {
                present.insert(file.beside);
            }
        }
        for (const auto& [path, recorded] : m_former) {
            if (recorded.target != target || present.contains(path)) {
                continue;
            }
            m_steps.record.erase(path);
            if (const std::optional<std::string> there = TRY(hashOf(path))) {
                const bool ours = *there == recorded.sha256;
                m_steps.plan.files.push_back(
                    {.path = path, .state = ours ? FileState::Obsolete : FileState::ObsoleteKept});
            }
        }
        return {};
    }

    BundleSteps steps() && {
        std::ranges::sort(m_steps.plan.files, {}, &PlannedFile::path);
        return std::move(m_steps);
    }

private:
    Result<std::optional<std::string>> hashOf(const std::string& path) const {
        if (m_folder == nullptr) {
            return std::optional<std::string>();
        }
        const std::optional<std::string> text = TRY(m_folder->read(path, kMostBytes));
        return text ? std::optional(sha256(*text)) : std::nullopt;
    }

    bool isOurs(const std::string& path, const std::string& hash) const {
        const auto recorded = m_former.find(path);
        return recorded != m_former.end() && recorded->second.sha256 == hash;
    }

    Result<void> placeBeside(PlannedFile& file, const std::string& target, const std::string& text) {
        if (m_edited == EditedFiles::Replace) {
            file.beside = TRY(freeNameBeside(file.path + ".bak", {}));
            m_steps.texts[file.path] = text;
            return {};
        }
        const std::string hash = sha256(text);
        file.beside = TRY(freeNameBeside(file.path + ".new", hash));
        m_steps.record[file.beside] = {target, TIDELINE_VERSION, hash};
        m_steps.texts[file.beside] = text;
        return {};
    }

    /// The name, or with a number behind it: free, or holding what we wrote there or would write now.
    Result<std::string> freeNameBeside(const std::string& name, const std::string& hash) const {
        for (int number = 1; true; ++number) {
            const std::string candidate = number == 1 ? name : fmt::format("{}{}", name, number);
            const std::optional<std::string> there = TRY(hashOf(candidate));
            if (!there || *there == hash || (!hash.empty() && isOurs(candidate, *there))) {
                return candidate;
            }
        }
    }

    const OpenFolder* m_folder;
    EditedFiles m_edited;
    ExportRecord m_former;
    BundleSteps m_steps;
};

Result<void> checkPaths(std::span<const TargetBundle> bundles) {
    std::map<std::string, std::string> folded;
    for (const TargetBundle& target : bundles) {
        for (const ExportFile& file : target.bundle.files) {
            const std::string path = target.target + "/" + file.path;
            TRY(exportPathParts(path));
            const auto [former, isNew] = folded.emplace(foldedPath(path), path);
            if (!isNew) {
                return failure(
                    fmt::format("'{}' and '{}' are one file where capitals do not count; nothing was written",
                                former->second, path));
            }
        }
    }
    if (folded.size() > limitOf(LimitId::ExportFiles)) {
        return failure(fmt::format("the export has {} files, and the limit is {}", shownCount(folded.size()),
                                   shownCount(limitOf(LimitId::ExportFiles))));
    }
    return {};
}

Result<ExportRecord> formerRecord(const OpenFolder* folder) {
    if (folder == nullptr) {
        return ExportRecord();
    }
    std::optional<std::string> text = TRY(folder->read(std::string(kExportRecordFile), kMostBytes));
    if (!text) {
        return ExportRecord();
    }
    return readExportRecord({fmt::format("{}/{}", folder->path(), kExportRecordFile), std::move(*text)});
}

}  // namespace

std::string_view keyOf(FileState state) {
    return kStateKeys[static_cast<std::size_t>(state)];
}

std::size_t BundlePlan::count(FileState state) const {
    return static_cast<std::size_t>(std::ranges::count(files, state, &PlannedFile::state));
}

Result<BundleSteps> bundleSteps(std::span<const TargetBundle> bundles, const OpenFolder* folder, EditedFiles edited) {
    TRY(checkPaths(bundles));
    Planner planner(folder, edited, TRY(formerRecord(folder)));
    for (const TargetBundle& target : bundles) {
        for (const ExportFile& file : target.bundle.files) {
            TRY(planner.place(target.target, target.target + "/" + file.path, file.text));
        }
    }
    for (const TargetBundle& target : bundles) {
        TRY(planner.removeOthers(target.target));
    }
    return std::move(planner).steps();
}

}  // namespace tideline
