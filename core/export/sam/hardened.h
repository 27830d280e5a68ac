// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// Turns a standard template into the hardened one: a key of the account's own with rotation, named by everything
/// that keeps or carries data, the right to use it, and access logs of buckets.
void harden(SamBuild& build);

}  // namespace tideline
