// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/autoscaler.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

double within(double pods, double least, double most) {
    const double limited = most > 0 ? std::min(pods, most) : pods;
    return std::max(limited, least);
}

}  // namespace

double podsByAutoscaler(double current, double value, double target, double least, double most) {
    if (!(target > 0) || current <= 0) {
        return within(std::max(current, 0.0), least, most);
    }
    const double ratio = value / target;
    const double wanted =
        std::abs(ratio - 1) <= kScalingTolerance + 1e-12 ? current : std::ceil(current * ratio - 1e-9);
    return within(wanted, least, most);
}

double podsByKeda(const KedaTrigger& trigger, double value, double least, double most) {
    if (value <= trigger.activation || !(trigger.threshold > 0)) {
        return least;
    }
    double pods = std::max(1.0, std::ceil(value / trigger.threshold - 1e-9));
    if (trigger.partitions > 0 && !trigger.allowsIdle) {
        pods = std::min(pods, trigger.partitions);
    }
    return within(pods, least, most);
}

}  // namespace tideline
