// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"

#include <vector>

namespace tideline {

/// A port of a kind as its container listens on it.
struct ContainerPort {
    const PortSpec* spec = nullptr;  ///< never null; lives as long as the kind
    int number = 0;                  ///< at least 1024: a container without rights cannot take a lower one
};

/// The ports that the container of a hosting declares: numbers below 1024 move up by 8000, and TLS ends at the gateway
/// where there is one.
std::vector<ContainerPort> containerPorts(const ServiceKind& kind, const Hosting& hosting);

}  // namespace tideline
