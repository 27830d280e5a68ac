// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// name and instance: what selectors match by. They never change once deployed.
YamlValue selectorLabels(const std::string& name);
/// All recommended labels, and the owner (W8): of the object that runs pods.
YamlValue workloadLabels(const CorePlan& plan, const Workload& workload);
/// The same for pods, without what says who manages the object.
YamlValue podLabels(const CorePlan& plan, const Workload& workload);
/// Labels of the objects around it.
YamlValue objectLabels(const CorePlan& plan, const Workload& workload);

/// An object with apiVersion, kind, name, namespace and labels; `name` is of the workload unless another is given.
YamlValue namedObject(std::string_view apiVersion, std::string_view kind, const CorePlan& plan,
                      const Workload& workload, std::string_view name = {});
/// A text in the grammar of label values, at most 63 characters: the tag of an image.
std::string labelValue(std::string_view text);

}  // namespace tideline
