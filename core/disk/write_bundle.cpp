// SPDX-License-Identifier: Apache-2.0
#include "core/disk/write_bundle.h"

#include "core/disk/bundle_plan.h"
#include "core/disk/disk.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace tideline {

namespace {

std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

/// Writes all texts into a folder of their own, then moves them to their places; what was there is moved aside first.
/// Whatever fails, everything is moved back.
class Transaction {
public:
    explicit Transaction(const OpenFolder& folder)
        : m_folder(folder), m_stage(fmt::format(".tideline-staging-{}", ::getpid())) {}

    Result<void> run(const BundleSteps& steps) {
        Result<void> done = write(steps);
        if (!done) {
            undo();
            done.error().message += done.error().message.find("nothing was written") == std::string::npos
                                        ? "; nothing of the export was left behind"
                                        : "";
        }
        clean();
        return done;
    }

private:
    struct Move {
        std::string from, to;
    };

    Result<void> write(const BundleSteps& steps) {
        TRY(m_folder.makeFolders(m_stage, m_made));
        const std::string record = exportRecordText(steps.record);
        TRY(stage(steps, record));
        for (const PlannedFile& file : steps.plan.files) {
            TRY(put(file, steps));
        }
        TRY(replace(std::string(kExportRecordFile), m_stage + "/record"));
        return m_folder.sync();
    }

    /// A full disk is found here, before anything is touched.
    Result<void> stage(const BundleSteps& steps, const std::string& record) {
        std::size_t number = 0;
        for (const auto& [path, text] : steps.texts) {
            const std::string staged = fmt::format("{}/new-{}", m_stage, number++);
            m_staged.emplace(path, staged);
            TRY(m_folder.write(staged, text));
        }
        TRY(m_folder.write(m_stage + "/record", record));
        return m_folder.sync();
    }

    Result<void> put(const PlannedFile& file, const BundleSteps& steps) {
        switch (file.state) {
        case FileState::Same:
        case FileState::ObsoleteKept: return {};
        case FileState::Obsolete: return setAside(file.path);
        case FileState::New:
        case FileState::Changed: return replace(file.path, m_staged.at(file.path));
        case FileState::Edited: break;
        }
        if (steps.texts.contains(file.beside)) {
            return replace(file.beside, m_staged.at(file.beside));
        }
        TRY(move(file.path, file.beside));
        return replace(file.path, m_staged.at(file.path));
    }

    Result<void> replace(const std::string& path, const std::string& staged) {
        if (path.find('/') != std::string::npos) {
            TRY(m_folder.makeFolders(folderOf(path), m_made));
        }
        TRY(setAside(path));
        return move(staged, path);
    }

    /// Moves what is there into the staging folder; nothing where there is nothing.
    Result<void> setAside(const std::string& path) {
        const std::optional<std::string> there = TRY(m_folder.read(path, 0));
        return there ? move(path, fmt::format("{}/old-{}", m_stage, m_moves.size())) : Result<void>();
    }

    Result<void> move(const std::string& from, const std::string& to) {
        TRY(m_folder.move(from, to));
        m_moves.push_back({from, to});
        return {};
    }

    void undo() {
        for (auto move = m_moves.rbegin(); move != m_moves.rend(); ++move) {
            // Where even this fails the former files are still in the staging folder, which then stays.
            m_stuck = !m_folder.move(move->to, move->from) || m_stuck;
        }
        for (auto folder = m_made.rbegin(); folder != m_made.rend(); ++folder) {
            m_folder.removeFolder(*folder);
        }
    }

    /// Takes the staging folder away, with what was set aside.
    void clean() {
        if (m_stuck) {
            return;
        }
        std::error_code code;
        std::filesystem::remove_all(std::filesystem::path(m_folder.path()) / m_stage, code);
    }

    const OpenFolder& m_folder;
    std::string m_stage;
    std::map<std::string, std::string> m_staged;
    std::vector<Move> m_moves;
    std::vector<std::string> m_made;
    bool m_stuck = false;
};

/// Folders that the removal of files has left empty.
void removeEmptyFolders(const OpenFolder& folder, const BundlePlan& plan) {
    for (const PlannedFile& file : plan.files) {
        std::string path = file.path;
        while (file.state == FileState::Obsolete && path.find('/') != std::string::npos) {
            path = folderOf(path);
            if (!folder.removeFolder(path)) {
                break;
            }
        }
    }
}

}  // namespace

Result<BundlePlan> planBundles(std::span<const TargetBundle> bundles, const BundlePlace& place) {
    if (!realDisk().exists(place.folder)) {
        return TRY(bundleSteps(bundles, nullptr, place.edited)).plan;
    }
    const OpenFolder folder = TRY(OpenFolder::open(place.folder));
    return TRY(bundleSteps(bundles, &folder, place.edited)).plan;
}

Result<BundlePlan> writeBundles(std::span<const TargetBundle> bundles, const BundlePlace& place) {
    TRY(bundleSteps(bundles, nullptr, place.edited));
    if (!realDisk().exists(place.folder)) {
        TRY(realDisk().makeFolders(place.folder));
    }
    const OpenFolder folder = TRY(OpenFolder::open(place.folder));
    BundleSteps steps = TRY(bundleSteps(bundles, &folder, place.edited));
    if (steps.texts.empty() && steps.record == steps.former) {
        return std::move(steps.plan);
    }
    TRY(Transaction(folder).run(steps));
    removeEmptyFolders(folder, steps.plan);
    return std::move(steps.plan);
}

}  // namespace tideline
