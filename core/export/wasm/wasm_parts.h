// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// An address that a component calls.
struct WasmCall {
    std::string name;  ///< of its function in the logic: "users"
    std::string url;
};

/// A service on WebAssembly.
struct WasmService {
    /// What a Worker does beside answering requests: it runs by a schedule, keeps connections open, or serves files.
    enum class Shape { Handler, Schedule, Connections, Site };
    const ServiceProfile* profile = nullptr;
    Shape shape = Shape::Handler;
    bool isComponent = true;  ///< for Spin and wasmCloud; else its kind is offered on Cloudflare Workers alone
    std::string name;  ///< label: component, image, Worker
    std::string route;  ///< "/auth-callback/..."
    std::string cron;  ///< of a schedule, in the dialect of Cloudflare
    int memoryMb = 64;
    std::vector<WasmCall> calls;
    std::vector<std::string> keyValues;  ///< bindings of Workers KV: "FLAGS"
};

/// Its files, below the folder of its name: the logic with its test, and the adapters.
std::vector<ExportFile> wasmCode(const WasmService& service);
/// The adapter of Cloudflare Workers, and what it is deployed with.
std::vector<ExportFile> wasmWorker(const CorePlan& plan, const WasmService& service);
/// Manifests of Spin, SpinKube and wasmCloud.
Result<std::vector<ExportFile>> wasmPlatforms(const CorePlan& plan, const WasmService& service);

}  // namespace tideline
