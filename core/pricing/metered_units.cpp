// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/metered_units.h"

#include <algorithm>

namespace tideline {

namespace {

Exact roundedUp(const Exact& value, const Exact& step) {
    const Exact steps = value / step;
    const Whole top = boost::multiprecision::numerator(steps);
    const Whole bottom = boost::multiprecision::denominator(steps);
    return Exact(Whole((top + bottom - 1) / bottom)) * step;
}

}  // namespace

Exact startedChunks(const Exact& kilobytes, const Exact& chunkKilobytes) {
    return std::max<Exact>(1, roundedUp(kilobytes / chunkKilobytes, 1));
}

Exact lambdaGbSeconds(const Exact& requests, const Exact& ms, const Exact& memoryMb) {
    return requests * roundedUp(ms, 1) / 1000 * memoryMb / 1024;
}

Exact azureGbSeconds(const Exact& executions, const Exact& ms, const Exact& memoryMb) {
    const Exact memory = roundedUp(std::max<Exact>(128, memoryMb), 128);
    return executions * std::max<Exact>(100, ms) / 1000 * memory / 1024;
}

Exact expressGbSeconds(const Exact& executions, const Exact& ms, const Exact& memoryMb) {
    const Exact memory = std::max<Exact>(64, roundedUp(memoryMb, 64));
    return executions * std::max<Exact>(100, roundedUp(ms, 100)) / 1000 * memory / 1024;
}

Exact cloudRunSeconds(const Exact& requests, const Exact& ms, const Exact& concurrency) {
    return requests * roundedUp(ms, 100) / 1000 / concurrency;
}

Exact fargateSeconds(const Exact& tasks, const Exact& seconds, const Exact& leastSeconds) {
    return tasks * std::max(leastSeconds, roundedUp(seconds, 1));
}

Exact provisionedGbSeconds(const Exact& slots, const Exact& seconds, const Exact& memoryMb) {
    return slots * roundedUp(seconds, 300) * memoryMb / 1024;
}

Exact balancerCapacityUnits(const Exact& newPerSecond, const Exact& open, const Exact& gigabytesPerHour,
                            const Exact& rules, const Exact& requestsPerSecond) {
    const Exact evaluations = std::max<Exact>(0, rules - 10) * requestsPerSecond;
    return std::max({Exact(newPerSecond / 25), Exact(open / 3000), gigabytesPerHour, Exact(evaluations / 1000)});
}

}  // namespace tideline
