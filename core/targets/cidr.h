// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace tideline {

/// True for a network of IPv4 as Kubernetes takes it: four numbers up to 255 without leading zeros, a length up to 32,
/// and no bit set behind that length ("10.0.0.0/16", not "10.0.0.1/16").
bool isNetwork(std::string_view text);

}  // namespace tideline
