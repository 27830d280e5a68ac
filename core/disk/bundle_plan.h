// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/disk/export_record.h"
#include "core/disk/open_folder.h"
#include "core/disk/write_bundle.h"

namespace tideline {

/// What is to be done, and the texts to do it with.
struct BundleSteps {
    BundlePlan plan;
    ExportRecord former, record;               ///< before and after the export
    std::map<std::string, std::string> texts;  ///< by path: what is written there
};

/// Looks at the folder and decides for every file; changes nothing. Without a folder everything is new.
Result<BundleSteps> bundleSteps(std::span<const TargetBundle> bundles, const OpenFolder* folder, EditedFiles edited);

}  // namespace tideline
