// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/design/design.h"

#include <vector>

namespace tideline {

/// A connection between positions in the table of services.
struct Call {
    std::size_t from = 0, to = 0;
    const Connection* connection = nullptr;  ///< lives as long as the design
    Exact factor;                            ///< calls for one request of `from`, attempts included
};

/// Services and connections by position: what the flow is solved on.
struct CallGraph {
    std::vector<const Service*> services;       ///< in id order
    std::vector<Call> calls;                    ///< in the order of the connections' ids
    std::vector<std::vector<std::size_t>> out;  ///< positions in `calls` by sender; only calls with a factor above 0
};

CallGraph callGraphOf(const Design& design);

/// Strongly connected parts, senders before receivers. A service that takes part in no circle is a part of its own.
std::vector<std::vector<std::size_t>> partsInOrder(const CallGraph& graph);

}  // namespace tideline
