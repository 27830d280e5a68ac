// SPDX-License-Identifier: Apache-2.0
#include "core/base/assert.h"

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>

namespace tideline {

void reportDefect(const char* condition, const char* shouldHold, const char* file, int line) {
    fmt::print(stderr, "tideline: a defect of Tideline, not of your design: {} ({}; {}:{})\n", shouldHold, condition,
               file, line);
    fmt::print(stderr, "tideline: please report it with the command that you ran and the version {}\n",
               TIDELINE_VERSION);
    std::_Exit(5);
}

}  // namespace tideline
