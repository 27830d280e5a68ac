// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace tideline {

/// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view text);

}  // namespace tideline
