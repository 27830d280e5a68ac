// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_plan.h"

namespace tideline {

/// Fails where functions call each other in a circle: each would name the other in its template, and CloudFormation
/// makes neither. The error names the circle; its place is the connection that closes it.
Result<void> checkCallCircles(const SamPlan& plan);

}  // namespace tideline
