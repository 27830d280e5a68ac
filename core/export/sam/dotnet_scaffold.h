// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// src/<slug>/ of a function in C# on .NET, with its unit test: `dotnet test` in its folder tests.
std::vector<ExportFile> dotnetFiles(const SamBuild& build, const SamService& service);

/// How one kind of call is written: what it does, the method, the member and the client of AWS that it keeps, and the
/// package that it takes; empty for none.
struct DotnetCall {
    SamCallKind kind;
    bool isRead;
    std::string_view comment, code, field, client, package;
};
const DotnetCall& dotnetCall(const SamCall& call);  // dotnet_calls.cpp
std::string dotnetCallCode(const SamCall& call);
/// What a call answers with: "Task", "Task<byte[]>" or "Task<JsonObject?>".
std::string_view dotnetAnswerOf(const SamCall& call);
/// The name of the method of a call: "ToUsers".
std::string dotnetName(const SamCall& call);

// Its parts.
std::string dotnetProject(const std::vector<SamCall>& calls, bool checksSignatures);  // dotnet_project.cpp
std::string_view dotnetTestProject();                                                 // dotnet_project.cpp
std::string_view dotnetOnce();                                                        // dotnet_edge.cpp
std::string_view dotnetItems();                                                       // dotnet_edge.cpp
std::string dotnetConnections(const std::vector<SamCall>& calls, bool checksSignatures);  // dotnet_connections.cpp
std::string dotnetRequestCode(const SamService& service);                                 // dotnet_request.cpp
std::string dotnetApp(const SamDraft& draft, const SamService& service);                  // dotnet_app.cpp
std::string dotnetTest(const SamDraft& draft, const SamService& service);                 // dotnet_test.cpp

}  // namespace tideline
