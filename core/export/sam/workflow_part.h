// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// The state machine of a service and its definition. What the machine can do by itself it does; the draft that is
/// left belongs to the function that does the other steps.
Result<void> addMachine(SamBuild& build, const SamService& service);

/// True for calls that a state machine does itself, without a function.
bool isDoneByMachine(SamCallKind kind);
/// The definition in Amazon States Language; names in ${…} are substituted by the template.
Result<std::string> machineDefinition(const SamBuild& build, const SamService& service);

}  // namespace tideline
