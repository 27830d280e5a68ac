// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// src/<slug>/ and the unit test of a function in TypeScript, which Node.js runs as it stands and esbuild bundles.
std::vector<ExportFile> typescriptFiles(const SamBuild& build, const SamService& service);
/// What the unit tests of all functions in TypeScript share.
std::vector<ExportFile> typescriptSharedFiles();
/// Metadata for `sam build`.
YamlValue typescriptMetadata();

/// How one kind of call is written: the method, and the client and command of AWS that it takes; empty for none.
struct TypescriptCall {
    SamCallKind kind;
    bool isRead;
    std::string_view code, client, command;
};
const TypescriptCall& typescriptCall(const SamCall& call);  // typescript_calls.cpp
std::string typescriptCallCode(const SamCall& call);

// Its parts.
std::string_view typescriptEdgeModule();  // typescript_edge.cpp
std::string typescriptConnections(const std::vector<SamCall>& calls,
                                  bool checksSignatures);  // typescript_connections.cpp
/// The packages that the connections are written with, beside those that every function has.
std::vector<std::string_view> typescriptPackages(const std::vector<SamCall>& calls, bool checksSignatures);
std::string typescriptApp(const SamDraft& draft, const SamService& service);  // typescript_app.cpp
std::string typescriptTest(const SamDraft& draft, const SamService& service);  // typescript_test.cpp

}  // namespace tideline
