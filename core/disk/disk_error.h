// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <cstdint>

namespace tideline {

/// "12 KB", "3.4 MB": sizes in messages, in powers of 1,000.
std::string sizeText(std::uint64_t bytes);

/// Why the system would not read a file, in words. `code` is an errno.
Error readError(const std::string& path, int code);
/// Why the system would not write it, and what is safe. `needed` is the size of the text.
Error writeError(const std::string& path, int code, std::uint64_t needed);

}  // namespace tideline
