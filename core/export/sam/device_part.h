// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// What devices tell over a connection: a rule of AWS IoT Core with one action. Functions read a queue in between,
/// so that nothing is lost while they fail; events reach a bus by a queue and a pipe.
void deliverFromDevices(SamBuild& build, const SamLink& link);

/// A rule that puts what devices tell over `link` into a queue, and the role that lets it.
void devicesToQueue(SamBuild& build, const SamLink& link, const std::string& queue);

}  // namespace tideline
