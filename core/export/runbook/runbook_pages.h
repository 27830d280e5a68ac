// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"
#include "core/export/sam/sam_plan.h"

#include <string>

namespace tideline {

/// The runbook of a workload on Kubernetes.
std::string coreRunbook(const CorePlan& plan, const Workload& workload);
/// The runbook of a service that runs code at the edge.
std::string edgeRunbook(const SamPlan& plan, const SamService& service);

/// A numbered step: its question as a heading, its text, and commands that are run as they stand.
std::string runbookStep(int number, std::string_view question, std::string_view text, std::string_view commands);
/// The head of every runbook: name, kind, owner, and who is hit when it fails.
std::string runbookHead(const Analysis& analysis, const ServiceProfile& profile, const ExportSettings& settings);

}  // namespace tideline
