// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// The WebSocket API of a function and the table with its open connections.
void addSocketApi(SamBuild& build, const SamService& service);

}  // namespace tideline
