// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// The pod template of a workload: metadata and spec, by W1 to W10, W17 to W20 and W29.
YamlValue podTemplate(const CorePlan& plan, const Workload& workload);

/// Pods run as this user and group: above 10000, so that they are nobody on the node.
inline constexpr int kPodUser = 10001;

YamlValue podSecurityContext(const Workload& workload);
YamlValue containerSecurityContext();
/// The container of the service itself.
YamlValue mainContainer(const Workload& workload);
/// A container beside it, with what every container has.
YamlValue completedContainer(YamlValue container);

}  // namespace tideline
