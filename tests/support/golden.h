// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/export_bundle.h"

#include <string>
#include <vector>

namespace tideline::test {

/// What a failed comparison says: file, line, both texts and the command that takes the new text over. Empty where
/// `text` is what tests/golden/<path> holds. With UPDATE_GOLDEN=1 in the environment the file is written instead.
std::string differenceFromGolden(const std::string& path, const std::string& text);

/// The same for all files of an export below tests/golden/<folder>, missing and left-over files included. One message
/// a file.
std::vector<std::string> differencesFromGolden(const std::string& folder, const std::vector<ExportFile>& files);

}  // namespace tideline::test
