// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// For each service drawn on WebAssembly: one piece of logic in JavaScript, a thin adapter for components (Spin,
/// SpinKube, wasmCloud) and one for Cloudflare Workers, and what each platform needs to run it.
Result<ExportBundle> buildWasm(const Analysis& analysis, const ExportOptions& options);

/// Its kind is offered on Cloudflare Workers and on no runtime of components: those have no schedules, open connections
/// or files of a site.
bool runsOnWorkersAlone(const ServiceProfile& profile);

}  // namespace tideline
