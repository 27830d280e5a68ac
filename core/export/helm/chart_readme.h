// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// README.md of the chart: how to install it, what the cluster needs, and every value.
std::string chartReadme(const CorePlan& plan);

}  // namespace tideline
