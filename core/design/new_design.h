// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

namespace tideline {

/// What a new document holds: the three lanes of the board and nothing in them.
Design newDesign();

}  // namespace tideline
