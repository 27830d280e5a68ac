// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// Triggers that a service brings itself: a schedule, log subscriptions, a queue for what others send it; and where
/// nothing drawn starts it, an address or a bucket. Fails for a schedule that EventBridge does not take.
Result<void> addOwnTriggers(SamBuild& build, const SamService& service);

}  // namespace tideline
