// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace tideline {

/// A key of values.yaml and what it is for: the comment above it, the description in the schema, the row in the README.
struct ChartKey {
    std::string_view key, meaning;
};

/// Keys at the top, in the order of the file.
std::span<const ChartKey> chartKeys();
/// Keys of `defaults`.
std::span<const ChartKey> defaultKeys();
/// Keys of one service, in the order of the file.
std::span<const ChartKey> serviceKeys();

/// The meaning of a key; empty for unknown ones.
std::string_view meaningOf(std::span<const ChartKey> keys, std::string_view key);

}  // namespace tideline
