// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// samconfig.toml and README.md.
std::vector<ExportFile> projectFiles(const SamBuild& build);

}  // namespace tideline
