// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/sizing.h"

#include <algorithm>
#include <cmath>

namespace tideline {

double vectorIndexMib(double vectors, double dimensions) {
    constexpr double kBytesEach = 4;
    constexpr double kGraphFactor = 1.5;
    constexpr double kStepMib = 2048;
    const double mib = vectors * dimensions * kBytesEach * kGraphFactor / (1024 * 1024);
    return std::ceil(mib / kStepMib) * kStepMib;
}

double availabilityOfChain(std::span<const double> parts) {
    double share = 1;
    for (const double part : parts) {
        share *= std::clamp(part, 0.0, 1.0);
    }
    return share;
}

}  // namespace tideline
