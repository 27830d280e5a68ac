// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// Workflows of GitHub Actions that check, build and deploy the other targets: OpenID Connect instead of keys, least
/// permissions, actions pinned by commit.
Result<ExportBundle> buildCi(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
