// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace tideline {

/// A text in HCL's quotes: nothing in it is a template or ends the text.
std::string hclText(std::string_view text);

}  // namespace tideline
