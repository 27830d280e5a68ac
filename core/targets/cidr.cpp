// SPDX-License-Identifier: Apache-2.0
#include "core/targets/cidr.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace tideline {

namespace {

/// Takes a number up to `most` from the front of the text; nothing where there is none.
std::optional<std::uint32_t> takenNumber(std::string_view& text, std::uint32_t most) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || number > most || (length > 1 && text.front() == '0')) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return number;
}

}  // namespace

bool isNetwork(std::string_view text) {
    std::uint64_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const std::optional<std::uint32_t> number = takenNumber(text, 255);
        const char after = part == 3 ? '/' : '.';
        if (!number || text.empty() || text.front() != after) {
            return false;
        }
        address = address * 256 + *number;
        text.remove_prefix(1);
    }
    const std::optional<std::uint32_t> length = takenNumber(text, 32);
    return length && text.empty() && (address << *length) % (std::uint64_t{1} << 32U) == 0;
}

}  // namespace tideline
