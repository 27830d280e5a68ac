// SPDX-License-Identifier: Apache-2.0
#include "core/disk/sha256.h"

#include <fmt/core.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <iterator>

namespace tideline {

std::string sha256(std::string_view text) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string digits;
    for (const std::uint8_t byte : digest) {
        fmt::format_to(std::back_inserter(digits), "{:02x}", byte);
    }
    return digits;
}

}  // namespace tideline
