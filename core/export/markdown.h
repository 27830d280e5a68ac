// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace tideline {

/// A person's text on one line of Markdown, with everything escaped that Markdown or HTML would take for more than
/// text.
std::string markdownText(std::string_view text);

}  // namespace tideline
