// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace tideline {

/// True for a label that holds a word by which linters take a variable for a secret: "password", "token", "key".
bool soundsLikeASecret(std::string_view label);

}  // namespace tideline
