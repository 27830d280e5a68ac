// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/export/export_bundle.h"

#include <span>

namespace tideline {

/// What is written for one target: its files go to <folder>/<target>/.
struct TargetBundle {
    std::string target;  ///< key: "kubernetes", "helm", "sam"
    ExportBundle bundle;
};

/// What becomes of a file that a person edited since we wrote it, or that we never wrote: it is kept and ours is
/// written beside it as NAME.new, or it is moved to NAME.bak and ours takes its place.
enum class EditedFiles { Keep, Replace };

struct BundlePlace {
    std::string folder;  ///< made where it is missing; may not be a link
    EditedFiles edited = EditedFiles::Keep;
};

enum class FileState {
    New,           ///< not there yet
    Changed,       ///< ours of an earlier export, replaced
    Same,          ///< already there, byte for byte
    Edited,        ///< edited by a person: see EditedFiles
    Obsolete,      ///< ours of an earlier export, not part of this one, removed
    ObsoleteKept,  ///< as above, but edited by a person, so it stays
};
/// "new", "changed", "same", "edited", "removed", "kept".
std::string_view keyOf(FileState state);

struct PlannedFile {
    std::string path;  ///< below the folder, with the target: "kubernetes/base/orders.yaml"
    FileState state = FileState::New;
    /// Where ours is written (NAME.new), or theirs is moved to (NAME.bak), for edited files.
    std::string beside;
    bool operator==(const PlannedFile&) const = default;
};

/// All files, by path.
struct BundlePlan {
    std::vector<PlannedFile> files;
    std::size_t count(FileState state) const;
};

/// What `writeBundles` would do; changes nothing. Fails for the same reasons.
Result<BundlePlan> planBundles(std::span<const TargetBundle> bundles, const BundlePlace& place);

/// Writes all files or none, never outside the folder and never through a link ("out/helm/Chart.lock is a link;
/// nothing was written"), and records them in <folder>/.tideline-export.json (path, SHA-256, target, version; no
/// times). Folders of targets that are not among the bundles are left alone.
Result<BundlePlan> writeBundles(std::span<const TargetBundle> bundles, const BundlePlace& place);

}  // namespace tideline
