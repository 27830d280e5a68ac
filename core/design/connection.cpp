// SPDX-License-Identifier: Apache-2.0
#include "core/design/connection.h"

#include <array>

namespace tideline {

namespace {
constexpr std::array<std::string_view, 3> kKeys{"sync", "async", "data"};
}

std::string_view keyOf(ConnectionType type) {
    return kKeys[static_cast<std::size_t>(type)];
}

std::optional<ConnectionType> connectionTypeOfKey(std::string_view key) {
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
        if (kKeys[i] == key) {
            return static_cast<ConnectionType>(i);
        }
    }
    return std::nullopt;
}

}  // namespace tideline
