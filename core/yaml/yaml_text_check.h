// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/yaml/yaml_gate.h"

namespace tideline {

/// Refuses what no YAML reader should be given: too many bytes, UTF-16 or UTF-32, bytes that are no UTF-8, control
/// characters, byte order marks inside the text.
Result<void> checkYamlText(const SourceText& source);

/// Why libyaml stopped, in our words. `problem` is libyaml's text, null where memory ran out.
Error yamlSyntaxError(const SourceText& source, const char* problem, YamlPlace place);

/// Refuses a list or mapping as key, which is what "{{ … }}" of a Helm template looks like.
Error yamlKeyError(const SourceText& source, YamlPlace place);
/// The text behind its byte order mark.
std::string_view withoutByteOrderMark(std::string_view text);

/// "kinds/cache.yaml:12:7".
std::string yamlPlaceText(const std::string& file, YamlPlace place);

}  // namespace tideline
