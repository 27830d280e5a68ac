// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/json/json_object.h"

namespace tideline {

/// Refuses texts that are no JSON at all, with what they are: empty, only zeros, an unfinished git merge, XML of
/// draw.io, YAML.
Result<void> checkIsDesignText(const SourceText& source);

/// Refuses JSON that another program made, by its name ("this is an Excalidraw file, not a design").
Result<void> checkIsDesignObject(JsonObject& root, const std::string& file);

}  // namespace tideline
