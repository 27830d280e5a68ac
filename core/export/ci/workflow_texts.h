// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace tideline {

// Workflows with marks "@NAME@" for names that the exporter made. Commits of actions belong to the release that the
// comment beside them names.
// "@CHECKOUT@", "@MATRIX@", "@PYTHON@" and "@AWS@" stand for the steps below; ci_exporter fills them in first.
std::string_view checkoutStep();
std::string_view environmentMatrix();
std::string_view pythonStep();
std::string_view awsStep();

std::string_view checkWorkflowHead();
std::string_view checkCoreJob();
std::string_view checkChartJob();
std::string_view checkEdgeJob();
std::string_view imagesWorkflow();
std::string_view deployWorkflowHead();
std::string_view deployEdgeJob();
std::string_view deployCoreJob();
std::string_view dependabotFile();

}  // namespace tideline
