// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// What the application may deploy, where to, and from which repository.
YamlValue argoProject(const CorePlan& plan);
/// Argo CD follows its own folder, so a change of the ApplicationSet needs no hand.
YamlValue argoRoot(const CorePlan& plan);
/// One Application an environment, each on the cluster that is registered under its name.
YamlValue argoApplicationSet(const CorePlan& plan, const std::vector<std::string>& environments);
YamlValue fluxSource(const CorePlan& plan);
YamlValue fluxKustomization(const CorePlan& plan, const std::string& environment);

}  // namespace tideline
