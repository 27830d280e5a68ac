// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/bridge.h"
#include "core/export/export_bundle.h"

#include <map>
#include <string>

namespace tideline {

/// names.json: which service of the design has which name in the files of an export, by id; `logicalIds` adds the
/// first part of its names in CloudFormation. The same table whatever the order of the services.
ExportFile namesFile(const Bridge& bridge, const ResolvedDesign& resolved,
                     const std::map<std::string, std::string>& logicalIds = {});

}  // namespace tideline
