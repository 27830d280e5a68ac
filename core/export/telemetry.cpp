// SPDX-License-Identifier: Apache-2.0
#include "core/export/telemetry.h"

#include <fmt/format.h>

namespace tideline {

std::vector<std::pair<std::string, std::string>> telemetryEnvironment(const ExportSettings& settings,
                                                                      const ServiceProfile& profile,
                                                                      const std::string& name,
                                                                      const TraceReceiver& receiver) {
    std::vector<std::pair<std::string, std::string>> variables{{"OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint}};
    if (settings.otelCollector) {
        variables.emplace_back("OTEL_EXPORTER_OTLP_PROTOCOL", receiver.protocol);
        // X-Ray's header too: functions of AWS hand their trace on in it.
        variables.emplace_back("OTEL_PROPAGATORS", "tracecontext,baggage,xray");
        variables.emplace_back("OTEL_RESOURCE_ATTRIBUTES", "service.namespace=" + settings.application);
    }
    variables.emplace_back("OTEL_SERVICE_NAME", name);
    if (settings.otelCollector) {
        variables.emplace_back("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        variables.emplace_back("OTEL_TRACES_SAMPLER_ARG", fmt::format("{}", profile.number("sampleShare", 0.05)));
    }
    return variables;
}

}  // namespace tideline
