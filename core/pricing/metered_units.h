// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

namespace tideline {

// What providers make of raw figures before they price them: their own steps and least amounts (cost.md 2.1, 2.4).
// All are exact, for one service over a month.

/// Started parts of so many KB, at least one: 64 for events and messages, 512 for HTTP APIs, 32 for WebSockets.
Exact startedChunks(const Exact& kilobytes, const Exact& chunkKilobytes);

/// AWS Lambda: each request rounded up to a whole millisecond, times the memory in GB.
Exact lambdaGbSeconds(const Exact& requests, const Exact& ms, const Exact& memoryMb);

/// Azure Functions, consumption plan: 100 ms and 128 MB at least, memory in steps of 128 MB.
Exact azureGbSeconds(const Exact& executions, const Exact& ms, const Exact& memoryMb);

/// Step Functions Express: steps of 100 ms and of 64 MB, one of each at least.
Exact expressGbSeconds(const Exact& executions, const Exact& ms, const Exact& memoryMb);

/// Cloud Run, billed by request: seconds with a request at work, each rounded up to 100 ms, where every instance takes
/// so many requests at once and is always full. Times vCPU or GiB.
Exact cloudRunSeconds(const Exact& requests, const Exact& ms, const Exact& concurrency = 1);

/// Fargate: seconds of each task rounded up, a minute at least (Windows: five).
Exact fargateSeconds(const Exact& tasks, const Exact& seconds, const Exact& leastSeconds = 60);

/// Lambda's provisioned concurrency: slots for so long, rounded up to five minutes, times the memory in GB.
Exact provisionedGbSeconds(const Exact& slots, const Exact& seconds, const Exact& memoryMb);

/// An application load balancer in one hour: the largest of new connections a second / 25, open ones / 3,000, GB, and
/// rules beyond ten times requests a second / 1,000.
Exact balancerCapacityUnits(const Exact& newPerSecond, const Exact& open, const Exact& gigabytesPerHour,
                            const Exact& rules, const Exact& requestsPerSecond);

}  // namespace tideline
