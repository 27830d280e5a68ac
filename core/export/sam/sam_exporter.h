// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"
#include "core/export/sam/sam_plan.h"

namespace tideline {

/// The edge of a design as an application of AWS SAM: template.yaml, samconfig.toml, state machines, functions with
/// unit tests, sample events, README.md (export.md 5, obligations S1 to S19). Fails where a text of the design cannot
/// stand in a template, or where the template would be larger than CloudFormation takes.
Result<ExportBundle> buildSam(const Analysis& analysis, const ExportOptions& options);

/// What whoever deploys the template of a design has to know and give.
struct SamParameters {
    bool hasResources = false;          ///< without any there is no template, and nothing to deploy
    std::vector<std::string> required;  ///< without a standard, in the template's order
    bool takesCoreGroup = false;        ///< CoreSecurityGroupId: without it pods do not reach the stores and brokers
    bool makesBrokers = false;          ///< clusters of Kafka, which take most of an hour
    bool takesCluster = false;          ///< EksClusterName, which has one: the stack can give pods their roles
};
Result<SamParameters> samParametersOf(const SamPlan& plan);

}  // namespace tideline
