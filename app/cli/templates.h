// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/inputs.h"

namespace tideline {

/// A starter design; `key` is the name of its file.
struct Template {
    std::string key;
    Design design;
    std::string text;  ///< of the file
};

/// All starter designs, by key.
Input<std::vector<Template>> loadTemplates(const CommandLine& line);

}  // namespace tideline
