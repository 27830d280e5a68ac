// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// How a function behind a standard queue grows: 5 batches at once, 300 more a minute, 1,250 at most (domain.md 4).
struct WorkerGrowth {
    double start = 5;
    double perSecond = 5;
    double most = 1250;
};

/// Seconds until `messages` that wait are done, where each worker does so many a second. Infinite where nothing is done.
double drainSeconds(double messages, double perWorkerRps, const WorkerGrowth& growth = {});

/// Workers that a service behind them can bear, when it takes so many requests a second and each keeps a worker busy for
/// so many seconds; at least one.
double workersWithin(double requestsPerSecond, double secondsPerMessage);

/// Partitions that readers need so that none waits for another: the rate times the seconds per record, at 70 % use,
/// rounded up (domain.md 4). A group never has more readers at work than partitions.
double partitionsFor(double recordsPerSecond, double secondsPerRecord);

}  // namespace tideline
