// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/source_text.h"
#include "core/catalog/service_kind.h"
#include "core/yaml/yaml_object.h"

namespace tideline {

/// One kind file. Errors name file, line and column; unknown words come with the nearest known one.
Result<ServiceKind> readKind(const SourceText& source);

/// The parts of a kind file, each in a source of its own.
Result<std::vector<FieldSpec>> readFields(YamlObject& kind);
Result<std::vector<Hosting>> readHostings(YamlObject& kind);
Result<std::vector<ImpossibleHost>> readImpossibleHosts(YamlObject& kind, const std::vector<Hosting>& hostings);
/// Ports, probes, image and persistence.
Result<void> readWorkload(YamlObject& object, ServiceKind& kind);

}  // namespace tideline
