// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <vector>

namespace tideline {

/// A kustomization that lists resources; `nameSpace` is set on all of them unless empty.
YamlValue resourceKustomization(const std::vector<std::string>& resources, const std::string& nameSpace);

/// A file of an overlay that changes objects of the base.
struct OverlayPatch {
    std::string file;  ///< beside the kustomization
    YamlValue target, change;
};
/// What an environment changes: `dev` lowers the least replicas; the others change nothing.
std::vector<OverlayPatch> overlayPatches(const CorePlan& plan, const std::string& environment);

/// The overlay of one environment: images, its label, its patches.
YamlValue overlayKustomization(const CorePlan& plan, const std::string& environment);

/// What the overlay `dev` changes of a service's autoscaler: also what the chart's values for `dev` say.
inline constexpr int kDevelopmentReplicas = 1;
/// Exemptions that an HPA with one replica needs (C9), with their reasons.
TextPairs developmentExemptions();
/// True where `dev` lowers the service's least replicas.
bool isLoweredForDevelopment(const Workload& workload);

}  // namespace tideline
