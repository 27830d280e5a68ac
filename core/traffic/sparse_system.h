// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

#include <map>
#include <vector>

namespace tideline {

/// The equations of a circle of calls, (I - R) x = right, with the zeros left out.
struct SparseSystem {
    std::vector<std::map<std::size_t, Exact>> rows;
    std::vector<Exact> right;
    std::vector<std::size_t> order;  ///< of the pivots, once eliminated
};

enum class Elimination {
    Done,
    NotDamped,  ///< a pivot is not above 0: exactly then the largest eigenvalue of R is 1 or more, and no load converges
    TooLarge,  ///< the numbers grow beyond what is worth waiting for (dense circles of more than about 50 services)
};

/// Makes the rows triangular, exactly, the emptiest row and column first. `rows` and `right` are changed.
Elimination eliminate(SparseSystem& system);

/// The solution of a system that was eliminated.
std::vector<Exact> substituted(const SparseSystem& system);

}  // namespace tideline
