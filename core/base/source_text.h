// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace tideline {

/// A text and the name that messages show for it, for example "kinds/cache.yaml".
struct SourceText {
    std::string name;
    std::string text;
    bool operator==(const SourceText&) const = default;
};

}  // namespace tideline
