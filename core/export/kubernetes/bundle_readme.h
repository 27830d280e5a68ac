// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// README.md of the Kubernetes bundle: what to install, to fill in and to run, and which service is which file.
std::string kubernetesReadme(const CorePlan& plan);

/// Table rows shared with the chart's README: what the cluster must have, and what a person replaces.
std::string clusterNeedsTable(const CorePlan& plan);
std::string samplesTable(const CorePlan& plan);
std::string secretsTable(const CorePlan& plan);
std::string servicesTable(const CorePlan& plan);

}  // namespace tideline
