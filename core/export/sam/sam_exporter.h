// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

namespace tideline {

/// The edge of a design as an application of AWS SAM: template.yaml, samconfig.toml, state machines, functions with
/// unit tests, sample events, README.md (export.md 5, obligations S1 to S19). Fails where a text of the design cannot
/// stand in a template, or where the template would be larger than CloudFormation takes.
Result<ExportBundle> buildSam(const Analysis& analysis, const ExportOptions& options);

}  // namespace tideline
