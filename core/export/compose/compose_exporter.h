// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// compose.yaml for work on a person's own machine: what runs in the core, one copy each, with secrets that a script
/// makes up, and a report of what cannot run there.
Result<ExportBundle> buildCompose(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
