// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"
#include "core/yaml/yaml_object.h"

namespace tideline {

/// How replicas of a hosting come and go; a KEDA trigger must have all metadata that it demands.
Result<ScalingSpec> readScaling(const YamlNode& node, const std::string& file);
/// What the SAM exporter makes of a hosting.
Result<SamSpec> readSam(const YamlNode& node, const std::string& file);

}  // namespace tideline
