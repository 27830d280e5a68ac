// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// The spec of a Knative Service: what Knative takes of a pod, and how it scales.
YamlValue knativeSpec(const CorePlan& plan, const Workload& workload);
/// The spec of an InferenceService of KServe in its standard mode: the pod, and how many of them.
YamlValue inferenceSpec(const CorePlan& plan, const Workload& workload);
/// The pod template of a workload: metadata and spec, by W1 to W10, W17 to W20 and W29.
YamlValue podTemplate(const CorePlan& plan, const Workload& workload);

/// Pods run as this user and group: above 10000, so that they are nobody on the node.
inline constexpr int kPodUser = 10001;

/// KServe looks for the container of the model by this name.
inline const std::string kModelContainer = "kserve-container";
/// Taint of nodes with graphics cards, and the resource that pods ask for.
inline constexpr const char* kGpuTaint = "nvidia.com/gpu";

YamlValue podSecurityContext(const Workload& workload);
YamlValue containerSecurityContext();
/// The container of the service itself.
YamlValue mainContainer(const Workload& workload);
/// Taints of nodes with graphics cards that its pods bear; empty for what needs none.
YamlList podTolerations(const Workload& workload);
/// A token that ends after an hour and is mounted by name at `kTokenPath`, so that nothing is mounted by itself.
YamlValue tokenVolume();
inline constexpr const char* kTokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";
/// A container beside it, with what every container has.
YamlValue completedContainer(YamlValue container);

}  // namespace tideline
