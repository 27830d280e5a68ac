// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {
/// Reports a defect of Tideline on standard error and ends the program with exit code 5.
[[noreturn]] void reportDefect(const char* condition, const char* shouldHold, const char* file, int line);
}  // namespace tideline

/// A defect of ours ends the program, in release builds too; bad input never gets here.
#define TIDELINE_ASSERT(condition, shouldHold) \
    ((condition) ? static_cast<void>(0) : tideline::reportDefect(#condition, shouldHold, __FILE__, __LINE__))
