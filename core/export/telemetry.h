// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"
#include "core/targets/export_settings.h"

#include <string>
#include <utility>
#include <vector>

namespace tideline {

/// Where traces are sent: an OTLP address, and the protocol that it speaks ("grpc", "http/protobuf").
struct TraceReceiver {
    std::string endpoint, protocol;
};

/// The variables by which an OpenTelemetry SDK finds its collector: the same for pods and functions, so that one trace
/// runs through both. `name` is what the service is called in the target. Without the
/// setting `otelCollector` only address and name; with it also protocol, propagators, the share of traces that the
/// service's field `sampleShare` gives, and what the traces belong to.
std::vector<std::pair<std::string, std::string>> telemetryEnvironment(const ExportSettings& settings,
                                                                      const ServiceProfile& profile,
                                                                      const std::string& name,
                                                                      const TraceReceiver& receiver);

}  // namespace tideline
