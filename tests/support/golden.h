// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/export_bundle.h"

#include <string>
#include <vector>

namespace tideline::test {

/// What tests/golden/<folder> and the files of an export differ in, one message a file with both texts and the command
/// that takes the new text over; files that are missing, left over or without text count. Empty where they are equal.
/// With UPDATE_GOLDEN=1 in the environment the folder is written instead.
std::string differencesFromGolden(const std::string& folder, const std::vector<ExportFile>& files);

}  // namespace tideline::test
