// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// events/<sample>.json for every trigger of a function, as the service of AWS sends it.
std::vector<ExportFile> sampleEvents(const SamBuild& build, const SamService& service);
/// events/<sample>.json of one trigger.
ExportFile sampleEvent(const SamTrigger& trigger);

}  // namespace tideline
