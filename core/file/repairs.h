// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

namespace tideline {

/// Takes out of a design what leads nowhere, and says so in a sentence each: connections to services that are not
/// there, entries and spots of such services, lanes that nobody declares, missing names.
std::vector<std::string> repair(Design& design);

}  // namespace tideline
