// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_template.h"

namespace tideline {

/// Resources of CloudFormation that a template becomes: those written down, and those that the transform of SAM adds for
/// functions, their events and APIs. The tests compare it with the transform itself.
std::size_t deployedCount(const SamTemplate& tmpl);

}  // namespace tideline
