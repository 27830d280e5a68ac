// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// .kube-linter.yaml: all checks, with our own priority class accepted (C2).
YamlValue kubeLinterSettings(const CorePlan& plan);

}  // namespace tideline
