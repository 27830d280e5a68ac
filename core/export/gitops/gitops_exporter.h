// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// What makes a cluster follow the manifests in git: a project, an Application and an ApplicationSet of Argo CD, and the
/// same for Flux.
Result<ExportBundle> buildGitops(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
