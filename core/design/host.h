// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace tideline {

/// Where a service runs. Closed: each host has exporters and bills of its own. Managed = a provider runs it
/// (RDS, S3, SQS, EventBridge); it may stand in either lane.
enum class Host { Kubernetes, Function, Wasm, Managed };

inline constexpr std::array kHosts{Host::Kubernetes, Host::Function, Host::Wasm, Host::Managed};

/// The spelling in files and JSON: "kubernetes", "function", "wasm", "managed".
std::string_view keyOf(Host host);
std::optional<Host> hostOfKey(std::string_view key);
/// For people, in a sentence: "Kubernetes", "functions", "Wasm", "a managed service".
std::string_view nameOf(Host host);

}  // namespace tideline
