// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// The logical id of the function of a service: its own, or the one that does a state machine's steps.
std::string functionIdOf(const SamService& service);
/// Seconds that a function may take, within what Lambda and its front door allow.
int timeoutOf(const SamService& service);
/// Seconds, in digits, after which a run of it has surely ended: a second delivery waits as long for the first.
std::string busySeconds(const SamService& service);

/// The function of a service with its log group, alarms and code, from the draft that its connections have filled.
Result<void> addFunction(SamBuild& build, const SamService& service);
/// The settings that all functions share.
YamlValue functionGlobals(SamBuild& build);

}  // namespace tideline
