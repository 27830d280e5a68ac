// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <span>

namespace tideline {

/// src/<slug>/ of a function in Go, with its unit test: `go test ./...` in that folder.
std::vector<ExportFile> goFiles(const SamBuild& build, const SamService& service);
/// Metadata for `sam build`.
YamlValue goMetadata();

/// How one kind of call is written.
struct GoCall {
    SamCallKind kind;
    bool isRead;
    std::string_view code;
    std::string_view imports;  ///< paths, separated by spaces; "name=path" where the import has a name of its own
    std::string_view client, package;  ///< of AWS: the variable and the package's folder; empty for none
};
std::span<const GoCall> goAwsCalls();  // go_aws_calls.cpp
std::span<const GoCall> goStoreCalls();  // go_store_calls.cpp
/// What calls to a MongoDB and to an object store of the cluster have in common.
std::string_view goCollection();
std::string_view goStore();
const GoCall& goCall(const SamCall& call);  // go_network_calls.cpp
std::string goCallCode(const SamCall& call);

/// What tells the events of one kind apart, the function that takes them, its code and the packages it imports.
struct GoTrigger {
    SamTriggerKind kind;
    std::string_view test, function, code, imports;
};
std::span<const GoTrigger> goTriggers();              // go_triggers.cpp
std::string goRequestCode(const SamService& service);  // go_triggers.cpp

// Its parts.
std::string_view goEdgeModule();                                                        // go_edge.cpp
std::string goConnections(const std::vector<SamCall>& calls, bool checksSignatures);  // go_connections.cpp
/// go.mod, with "@NAME@" for the module's name, and go.sum.
std::string_view goModule();  // go_modules.cpp
std::string_view goSums();
std::string goApp(const SamDraft& draft, const SamService& service);   // go_app.cpp
std::string goTest(const SamDraft& draft, const SamService& service);  // go_test.cpp

}  // namespace tideline
