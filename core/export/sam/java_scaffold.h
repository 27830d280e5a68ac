// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <span>

namespace tideline {

/// src/<slug>/ of a function in Java, with its unit test: `mvn test` in that folder.
std::vector<ExportFile> javaFiles(const SamBuild& build, const SamService& service);

// Its parts.
std::string_view javaOnce();                                              // java_edge.cpp
std::string javaPom(const SamService& service, const std::vector<SamCall>& calls, bool checksSignatures);
/// How one kind of call is written: the method, and the client of AWS and the artifact that it takes; empty for none.
struct JavaCall {
    SamCallKind kind;
    bool isRead;
    std::string_view code, client, artifact;
};
const JavaCall& javaCall(const SamCall& call);  // java_calls.cpp
std::span<const JavaCall> javaStoreCalls();     // java_store_calls.cpp
/// What calls to a MongoDB and to an object store of the cluster have in common.
std::string_view javaCollection();
std::string_view javaStore();
std::string javaCallCode(const SamCall& call);
std::string javaConnections(const std::vector<SamCall>& calls, bool checksSignatures);  // java_connections.cpp
std::string javaApp(const SamDraft& draft, const SamService& service);                  // java_app.cpp
std::string javaTest(const SamDraft& draft, const SamService& service);                 // java_test.cpp

}  // namespace tideline
