// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"
#include "core/rules/finding.h"

#include <vector>

namespace tideline {

/// The checks of the rules, one function each. Each adds a finding for every subject that its condition holds for;
/// the rule's key, its severity and whether a person has accepted it are filled in by `findingsOf`.
using Findings = std::vector<Finding>;

/// A finding as grave as its rule; a check may make it milder.
Finding found(Subject subject, std::string message, std::string remedy);

// placement_rules.cpp
void checkHostNotPossible(const Figures& figures, Findings& findings);
void checkDurationOverFunctionLimit(const Figures& figures, Findings& findings);
void checkDurationOverFrontDoor(const Figures& figures, Findings& findings);
void checkPersistentConnectionsOnFunction(const Figures& figures, Findings& findings);
void checkMemoryOverFunctionLimit(const Figures& figures, Findings& findings);
void checkLocalStateOnEdge(const Figures& figures, Findings& findings);
void checkWasmLimits(const Figures& figures, Findings& findings);

// capacity_rules.cpp
void checkReplicasOverLimit(const Figures& figures, Findings& findings);
void checkSingleReplica(const Figures& figures, Findings& findings);

// cluster_rules.cpp
void checkNodesTooFew(const Figures& figures, Findings& findings);
void checkPodOverNode(const Figures& figures, Findings& findings);
void checkNodeRoomUnknown(const Figures& figures, Findings& findings);

// event_rules.cpp
void checkNoDeadLetter(const Figures& figures, Findings& findings);
void checkEventCycle(const Figures& figures, Findings& findings);
void checkEventName(const Figures& figures, Findings& findings);
void checkNeverSent(const Figures& figures, Findings& findings);

// network_rules.cpp
void checkSyncCrossBoundary(const Figures& figures, Findings& findings);
void checkChattyBoundary(const Figures& figures, Findings& findings);
void checkNatForFunction(const Figures& figures, Findings& findings);
void checkMissingTimeout(const Figures& figures, Findings& findings);

// data_rules.cpp
void checkSharedDatabase(const Figures& figures, Findings& findings);
void checkNoBackup(const Figures& figures, Findings& findings);

// cost_rules.cpp
void checkCheaperHost(const Figures& figures, Findings& findings);
void checkNoPrice(const Figures& figures, Findings& findings);
void checkForeignNode(const Figures& figures, Findings& findings);

// operation_rules.cpp
void checkTwoDeploySystems(const Figures& figures, Findings& findings);
void checkTwoStacks(const Figures& figures, Findings& findings);

// design_rules.cpp
void checkUnknownKind(const Figures& figures, Findings& findings);
void checkFieldIgnored(const Figures& figures, Findings& findings);
void checkUnknownWord(const Figures& figures, Findings& findings);

// autoscaling_rules.cpp
void checkLeastOverMost(const Figures& figures, Findings& findings);
void checkReplicasOverPartitions(const Figures& figures, Findings& findings);

// resource_rules.cpp
void checkPartOfUnit(const Figures& figures, Findings& findings);
void checkRequestOverLimit(const Figures& figures, Findings& findings);

// naming_rules.cpp
void checkNoName(const Figures& figures, Findings& findings);
void checkSameName(const Figures& figures, Findings& findings);
void checkUnsayableName(const Figures& figures, Findings& findings);

// port_rules.cpp
void checkPortName(const Figures& figures, Findings& findings);
void checkPortTwice(const Figures& figures, Findings& findings);
void checkProbePort(const Figures& figures, Findings& findings);

// schedule_rules.cpp
void checkCron(const Figures& figures, Findings& findings);

// workflow_rules.cpp
void checkDefinitionUnreadable(const Figures& figures, Findings& findings);
void checkStepLost(const Figures& figures, Findings& findings);
void checkStepMissing(const Figures& figures, Findings& findings);

// export_rules.cpp
void checkSettingRefused(const Figures& figures, Findings& findings);
void checkSettingUnknown(const Figures& figures, Findings& findings);

}  // namespace tideline
