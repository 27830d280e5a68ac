// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// The AWS side of the bridge (export.md 5): queues that listeners of the core read, roles for their pods by EKS Pod
/// Identity, and the right of KEDA to look at the queues.
Result<void> addBridge(SamBuild& build);

}  // namespace tideline
