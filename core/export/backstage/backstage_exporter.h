// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// catalog-info.yaml: the application as a System of Backstage, its services as Components with the APIs that they
/// provide and use, its stores and channels as Resources.
Result<ExportBundle> buildBackstage(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
