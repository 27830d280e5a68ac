// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/cold_starts.h"

#include <algorithm>
#include <cmath>

namespace tideline {

double coldShare(double rps, double seconds, double keepAlive) {
    if (!(rps > 0) || !(seconds > 0)) {
        return 0;
    }
    constexpr int kMostEnvironments = 1'000'000;
    const double load = rps * seconds;
    double blocked = 1;  // Erlang B of the environments before this one
    double cold = 0;
    for (int slot = 1; slot <= kMostEnvironments; ++slot) {
        const double arriving = rps * blocked;
        const double next = load * blocked / (slot + load * blocked);
        cold += (arriving - rps * next) * std::exp(-arriving * keepAlive);
        blocked = next;
        if (blocked < 1e-15) {
            break;
        }
    }
    return std::clamp(cold / rps, 0.0, 1.0);
}

}  // namespace tideline
