// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/export/export_bundle.h"

#include <span>

namespace tideline {

enum class ExportProfile { Standard, Hardened };

struct ExportOptions {
    ExportProfile profile = ExportProfile::Standard;
    /// Environments, in order: dev, staging, prod.
    std::vector<std::string> environments{"dev", "staging", "prod"};
    /// One copy of each service, as on a person's own machine.
    bool oneCopy = false;
    /// Files of templates/helm, names relative to it (the chart's static template files).
    std::vector<SourceText> chartTemplates;
};

/// An export target. `build` fails where the export would not be valid; the message names the element.
struct Exporter {
    std::string_view key, title, summary;
    Result<ExportBundle> (*build)(const Analysis&, const ExportOptions&);
};

/// All targets, in the order of the dialog.
std::span<const Exporter> exporters();
/// Null where there is no such target.
const Exporter* findExporter(std::string_view key);

}  // namespace tideline
