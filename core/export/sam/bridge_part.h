// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// The AWS side of the bridge (export.md 5): queues that listeners of the core read, roles for their pods by EKS Pod
/// Identity, and the right of KEDA to look at the queues.
Result<void> addBridge(SamBuild& build);
/// Logical id of the queue of an inbox: of its own, or the channel's.
std::string inboxQueueId(const SamPlan& plan, const CoreInbox& inbox);
/// Logical id of the API destination by which a bus calls a service of the core; empty where it does not.
std::string pushDestinationId(const SamPlan& plan, const SamLink& link);

}  // namespace tideline
