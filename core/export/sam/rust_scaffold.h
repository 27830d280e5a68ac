// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <span>

namespace tideline {

/// src/<slug>/ of a function in Rust, with its unit test: `cargo test` in that folder.
std::vector<ExportFile> rustFiles(const SamBuild& build, const SamService& service);
/// Metadata for `sam build`.
YamlValue rustMetadata();

/// How one kind of call is written: what it does, the method of the connections, the crates that it takes beside those
/// of every function, and the client of AWS that it keeps.
struct RustCall {
    SamCallKind kind;
    bool isRead;
    std::string_view comment, code;
    std::string_view crates;       ///< names, separated by spaces
    std::string_view field, client;  ///< the member and the crate of its client; empty for none
};
std::span<const RustCall> rustAwsCalls();       // rust_aws_calls.cpp
std::span<const RustCall> rustStoreCalls();     // rust_store_calls.cpp
/// What calls to a MongoDB and to an object store of the cluster have in common.
std::string_view rustCollection();
std::string_view rustStore();
const RustCall& rustCall(const SamCall& call);  // rust_network_calls.cpp
std::string rustCallCode(const SamCall& call);
/// What a call brings back: "()", "Vec<u8>" or "Option<Item>".
std::string_view rustAnswerOf(const SamCall& call);

/// What tells the events of one kind apart, the method that takes them, its code, what it uses of other crates, and the
/// crates themselves.
struct RustTrigger {
    SamTriggerKind kind;
    std::string_view test, method, code, uses, crates;
};
std::span<const RustTrigger> rustTriggers();  // rust_triggers.cpp

/// A request of an API: its type, and the methods that check and answer it.
struct RustRequest {
    std::string type, methods;
};
RustRequest rustRequest(const SamService& service);  // rust_request.cpp

// Its parts.
std::string_view rustMain();  // rust_edge.cpp
std::string_view rustLibrary();  // rust_edge.cpp
std::string_view rustEdgeModule();  // rust_edge.cpp
std::string rustManifest(const SamDraft& draft, const SamService& service);  // rust_manifest.cpp
std::string rustConnections(const std::vector<SamCall>& calls, bool checksSignatures);  // rust_connections.cpp
std::string rustApp(const SamDraft& draft, const SamService& service);  // rust_app.cpp
std::string rustTest(const SamDraft& draft, const SamService& service);  // rust_test.cpp

}  // namespace tideline
