// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/bridge.h"
#include "core/export/export_bundle.h"

namespace tideline {

/// names.json: which service of the design has which name in the files of an export, by id.
ExportFile namesFile(const Bridge& bridge, const ResolvedDesign& resolved);

}  // namespace tideline
