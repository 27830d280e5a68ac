// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/design/design.h"

#include <functional>

namespace tideline {

/// One thing a person did, as a pure function from the design before to the design after.
struct Edit {
    std::string label;     ///< completes "Undo ...": "rename Orders"
    std::string mergeKey;  ///< edits with the same key in a row undo together; empty = never
    std::function<Result<Design>(Design)> apply;
};

}  // namespace tideline
