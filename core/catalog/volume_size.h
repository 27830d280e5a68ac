// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"

namespace tideline {

/// GiB of the volume of each replica, as it is billed and exported. A cache whose data survives a restart writes a log
/// beside its memory and, while it rewrites that, a second one (Valkey: persistence).
double volumeGib(const ServiceProfile& profile);

}  // namespace tideline
