// SPDX-License-Identifier: Apache-2.0
#include "core/targets/secret_words.h"

#include <algorithm>
#include <array>

namespace tideline {

// Those of polaris, kube-linter and kubescape C-0012, which look for them within words as well.
bool soundsLikeASecret(std::string_view label) {
    constexpr std::array<std::string_view, 9> kWords{"secret", "password",   "passwd", "pwd", "token",
                                                     "bearer", "credential", "key",    "jwt"};
    return std::ranges::any_of(kWords,
                               [&](std::string_view word) { return label.find(word) != std::string_view::npos; });
}

}  // namespace tideline
