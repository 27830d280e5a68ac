// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// platform/, base/<service>.yaml and overlays/<environment>/ for kustomize, with a README and the settings of linters.
Result<ExportBundle> buildKubernetes(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
