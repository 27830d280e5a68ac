// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// src/<slug>/ and the unit test of a function in Python.
std::vector<ExportFile> pythonFiles(const SamBuild& build, const SamService& service);

// Its parts.
std::string_view pythonEdgeModule();                            // python_edge.cpp
std::string pythonConnections(const std::vector<SamCall>& calls, bool checksSignatures);  // python_connections.cpp
std::string pythonApp(const std::vector<SamTrigger>& triggers, const SamService& service);  // python_app.cpp
std::string pythonTest(const SamDraft& draft, const SamService& service);                   // python_test.cpp

/// True for services that anybody may call and that check a signature themselves.
bool checksSignatures(const SamService& service);
/// The order in which code does its calls: what it reads first.
std::vector<SamCall> callsInOrder(const std::vector<SamCall>& calls);
/// What code of one trigger kind may return to Lambda, and whether it works once per event.
bool isOncePerEvent(SamTriggerKind kind);

}  // namespace tideline
