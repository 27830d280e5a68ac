// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"

namespace tideline {

/// A lane or a site of the board.
struct Zone {
    ZoneId id;  ///< "key" in the file
    std::string title;
    std::string type;  ///< "cluster", "bus", "functions", "wasm", "external", "edge-site"
    double copies = 1; ///< sites that look alike; figures of the zone are sums over all copies
    Extras extras;
    bool operator==(const Zone&) const = default;
};

}  // namespace tideline
