// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// values.yaml: everything that the templates need, each key with a comment.
YamlValue chartValues(const CorePlan& plan);
/// ci/<environment>-values.yaml: what the overlay of that environment changes.
YamlValue environmentValues(const CorePlan& plan, const std::string& environment);

/// One service of values.yaml.
YamlValue serviceValues(const CorePlan& plan, const Workload& workload);

}  // namespace tideline
