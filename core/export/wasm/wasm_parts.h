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
    const ServiceProfile* profile = nullptr;
    std::string name;   ///< label: component, image, Worker
    std::string route;  ///< "/auth-callback/..."
    int memoryMb = 64;
    std::vector<WasmCall> calls;
};

/// Its files, below the folder of its name.
std::vector<ExportFile> wasmCode(const WasmService& service);
Result<std::vector<ExportFile>> wasmPlatforms(const CorePlan& plan, const WasmService& service);

}  // namespace tideline
