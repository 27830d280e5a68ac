// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/queue_drain.h"

#include "core/capacity/replica_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tideline {

namespace {

double roundedUp(double value) {
    return std::ceil(value - 1e-9);
}

}  // namespace

double drainSeconds(double messages, double perWorkerRps, const WorkerGrowth& growth) {
    if (messages <= 0) {
        return 0;
    }
    const double start = std::min(growth.start, growth.most) * perWorkerRps;
    const double slope = growth.perSecond * perWorkerRps;
    const double most = growth.most * perWorkerRps;
    if (most <= 0 || (start <= 0 && slope <= 0)) {
        return std::numeric_limits<double>::infinity();
    }
    const double rampSeconds = slope > 0 ? (most - start) / slope : 0;
    const double ramped = start * rampSeconds + slope * rampSeconds * rampSeconds / 2;
    if (slope > 0 && messages <= ramped) {
        return (-start + std::sqrt(start * start + 2 * slope * messages)) / slope;
    }
    const double rate = slope > 0 ? most : start;
    return rampSeconds + (messages - ramped) / rate;
}

double workersWithin(double requestsPerSecond, double secondsPerMessage) {
    return std::max(1.0, std::floor(requestsPerSecond * secondsPerMessage + 1e-9));
}

double partitionsFor(double recordsPerSecond, double secondsPerRecord) {
    return std::max(1.0, roundedUp(recordsPerSecond * secondsPerRecord / kUtilisation));
}

}  // namespace tideline
