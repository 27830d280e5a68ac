// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// RUNBOOK.md for each service that is deployed, in seven steps with its real names, and an index.
Result<ExportBundle> buildRunbook(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
