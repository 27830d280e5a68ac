// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/language.h"

namespace tideline {

/// With the setting `otelCollector`, the variables by which an OpenTelemetry SDK in the function finds its collector:
/// those that pods get, so that one trace runs through both. Traces go by OTLP over HTTP to the parameter OtlpEndpoint.
/// Without the setting nothing.
YamlMembers telemetryVariables(SamBuild& build, const SamService& service, const SamLanguage& language);

/// The layer that instruments a function without a change of its code, where AWS has one for its language and who
/// deploys names it. Its wrapper is started by one of the variables above.
void setTelemetryLayer(SamBuild& build, const SamLanguage& language, YamlValue& properties);

}  // namespace tideline
