// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/yaml/yaml_value.h"

#include <span>

namespace tideline {

/// Order of members: as they were put in, or sorted for review by diff (apiVersion, kind, metadata, spec first at the
/// top, all other names by the alphabet at every level).
enum class YamlOrder { AsGiven, Sorted };

struct YamlStyle {
    YamlOrder order = YamlOrder::Sorted;
};

/// One document, ending in a line break. The style of every scalar is chosen here (export.md 3.1): plain only where
/// four readers agree, else double quotes with portable escapes (control characters too), literal blocks for clean
/// multi-line text. Fails where a text is not UTF-8 or a key too long; `where` is the path ("metadata/name").
Result<std::string> yamlText(const YamlValue& document, YamlStyle style = {});
/// Several documents, separated by "---".
Result<std::string> yamlText(std::span<const YamlValue> documents, YamlStyle style = {});
/// A YamlList is taken for several documents, too, not for one that is a list.
inline Result<std::string> yamlText(const YamlList& documents, YamlStyle style = {}) {
    return yamlText(std::span<const YamlValue>(documents), style);
}

}  // namespace tideline
