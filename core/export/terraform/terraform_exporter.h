// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// A module for Terraform or OpenTofu with what neither the manifests nor the SAM stack make: Pod Identity for the
/// service accounts, roles of the cluster's operators, and the secrets, empty, that External Secrets reads.
Result<ExportBundle> buildTerraform(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
