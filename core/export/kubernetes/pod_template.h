// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// The pod template of a workload: metadata and spec, by W1 to W10, W17 to W20 and W29.
/// The spec of a Knative Service: what Knative takes of a pod, and how it scales.
YamlValue knativeSpec(const CorePlan& plan, const Workload& workload);
YamlValue podTemplate(const CorePlan& plan, const Workload& workload);

/// Pods run as this user and group: above 10000, so that they are nobody on the node.
inline constexpr int kPodUser = 10001;

YamlValue podSecurityContext(const Workload& workload);
YamlValue containerSecurityContext();
/// The container of the service itself.
YamlValue mainContainer(const Workload& workload);
/// A container beside it, with what every container has.
/// A token that ends after an hour and is mounted by name at `kTokenPath`, so that nothing is mounted by itself.
YamlValue tokenVolume();
inline constexpr const char* kTokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";
YamlValue completedContainer(YamlValue container);

}  // namespace tideline
