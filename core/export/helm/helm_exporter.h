// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// <chart>/: one chart whose static templates range over the services of values.yaml (export.md 4). Fails where
/// `options.chartTemplates` is empty.
Result<ExportBundle> buildHelm(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
