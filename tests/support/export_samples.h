// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/export/exporter.h"

#include <yaml-cpp/yaml.h>

namespace tideline::test {

/// Every kind that offers Kubernetes, drawn there and connected: services behind a gateway, readers of a bus, a queue
/// and a stream of the provider and of the cluster, stores with callers in the core and at the edge, jobs.
Design everyKindInCore();

/// Services of each shape on a cluster of EKS Auto Mode with the options of the platform switched on.
Design everyOptionInCore();
/// A small site on K3s that is reached by a port of its nodes.
Design edgeSiteInCore();

/// The design with its fields read and its figures computed from the shipped kinds and prices.
Analysis shippedAnalysis(Design design);

/// The text of one file of a bundle; the test fails where there is none, or no bundle.
std::string textOf(const ExportBundle& bundle, std::string_view path);
std::string textOf(const Result<ExportBundle>& bundle, std::string_view path);

/// The only object of this kind in a file of a bundle; a null node where there is none.
YAML::Node objectIn(const ExportBundle& bundle, const std::string& path, const std::string& kind,
                    const std::string& name = "");
/// True where a note of the bundle says so.
bool tells(const ExportBundle& bundle, std::string_view part);

/// Options with the shipped files of the chart.
ExportOptions shippedExportOptions();

}  // namespace tideline::test
