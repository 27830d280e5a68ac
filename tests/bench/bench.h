// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace tideline::bench {

/// One row of `./dev bench`: what was timed, on how many services, and beside it the limit or the peer's time.
struct Row {
    std::string subject;      ///< "one edit with all figures"
    int services = 0;         ///< 0 where the subject has none
    double medianMs = 0;
    double limitMs = 0;       ///< what it may take, or what the peer takes
    std::string against;      ///< "limit", or the peer's name and version
};

/// The median time of `runs` calls, in milliseconds, after one call that warms up. `prepare` is not timed.
inline double medianMs(int runs, const std::function<void()>& timed, const std::function<void()>& prepare = {}) {
    std::vector<double> times;
    for (int run = -1; run < runs; ++run) {
        if (prepare) {
            prepare();
        }
        const auto began = std::chrono::steady_clock::now();
        timed();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
        if (run >= 0) {
            times.push_back(took.count());
        }
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

/// Prints a row as `./dev bench` reads it: fields between tabs, on a line of its own. Texts hold no tabs.
inline void print(const Row& row) {
    std::printf("BENCH\t%s\t%d\t%.4f\t%.4f\t%s\n", row.subject.c_str(), row.services, row.medianMs, row.limitMs,
                row.against.c_str());
    std::fflush(stdout);
}

/// Keeps the optimiser from dropping a result that nobody reads.
template <typename Value>
void keep(const Value& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

}  // namespace tideline::bench
