// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"

#include <vector>

namespace tideline {

/// Several edits, one after the other, as one step. The first that refuses refuses all.
Edit inOneStep(std::vector<Edit> parts, std::string label);

}  // namespace tideline
