// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/design/design.h"
#include "core/traffic/traffic_profile.h"

#include <map>

namespace tideline {

/// A circle of connections. With a gain below 1 the load is solved as it is; from 1 on the connections in `leftOut`
/// are not followed.
struct Cycle {
    std::vector<ServiceId> members;  ///< in id order
    double gain = 0;                 ///< largest eigenvalue of the ratios; for a simple circle their product
    std::vector<ConnectionId> leftOut;
};

/// The load of one service over a month, as a function of the design's requests per month N:
/// N_s = scaled * N / N_drawn + fixed, both at the drawn traffic.
struct ServiceLoad {
    Exact scaled;  ///< requests a month from entries that grow with N
    Exact fixed;   ///< from entries of jobs, which keep their number
    std::vector<double> hourlyRps;  ///< 168 hours from Monday 00:00, mean requests a second of the hour, drawn traffic
    double meanRps = 0, peakHourRps = 0, peakMinuteRps = 0, peakToMean = 0;
    std::vector<double> fixedHourlyRps;  ///< the part of hourlyRps that does not grow with N; empty = none
    double fixedPeakMinuteRps = 0;
};

/// What arrives where (domain.md 3).
struct Flow {
    std::map<ServiceId, ServiceLoad> loads;  ///< every service of the design; no load = zeros
    std::map<ConnectionId, Exact> callsAtDrawn;  ///< calls a month over each connection, attempts included
    std::vector<Cycle> cycles;
    double requestsPerMonth = 0;  ///< N of the drawn traffic
};

/// `keepsItsNumber` says of which services entries do not grow with N (kinds with the role job).
Flow flowOf(const Design& design, const std::vector<ServiceId>& keepsItsNumber);

}  // namespace tideline
