// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

#include <map>

namespace tideline {

/// How many connections lie between a service and the farthest one that nothing calls; members of a circle of calls
/// come after all others that lead to it.
std::map<ServiceId, int> callDepths(const Design& design);

}  // namespace tideline
