// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// The parts of a path such as "helm/shop/templates/_helpers.tpl". Fails for whatever would not stay below its folder
/// or not be a file on every system: other characters than A-Z a-z 0-9 . _ -, "..", names that Windows keeps, ".git".
Result<std::vector<std::string>> exportPathParts(std::string_view path);

/// The path as file systems that ignore capitals see it.
std::string foldedPath(std::string_view path);

}  // namespace tideline
