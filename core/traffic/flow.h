// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/design/design.h"
#include "core/traffic/traffic_profile.h"

#include <map>

namespace tideline {

/// Seconds of a month of 730 hours: requests a month / this = mean requests a second.
inline constexpr double kSecondsPerMonth = 2'628'000;

/// A circle of connections. With a gain below 1 the load is solved as it is; from 1 on the connections in `leftOut`
/// are not followed.
struct Cycle {
    std::vector<ServiceId> members;  ///< in id order
    double gain = 0;                 ///< largest eigenvalue of the ratios; for a simple circle their product
    std::vector<ConnectionId> leftOut;
};

/// The part of a load that comes in with one profile. Parts mix exactly: the rate of hour h is the sum over the parts
/// of monthly / kSecondsPerMonth * weight of h.
struct LoadShare {
    std::size_t profile = 0;  ///< position in trafficProfiles()
    bool grows = true;        ///< with N; entries of jobs keep their number
    Exact monthly;            ///< at the drawn traffic, more than 0
    double approximateMonthly = approximately(monthly);  ///< made with the share: another amount is another share
};

/// The load of one service over a month, as a function of the design's requests per month N:
/// N_s = scaled * N / N_drawn + fixed, both at the drawn traffic.
struct ServiceLoad {
    Exact scaled;  ///< requests a month from entries that grow with N
    Exact fixed;   ///< from entries of jobs, which keep their number
    std::vector<LoadShare> shares;   ///< by profile; their sums are `scaled` and `fixed`
    std::vector<LoadShare> outside;  ///< what arrives straight from users: own entries that are not background
    /// Requests a second at the drawn traffic: of the week, its busiest hour and its busiest minute.
    double meanRps = 0, peakHourRps = 0, peakMinuteRps = 0;
    double peakToMean = 0;  ///< of the busiest hour
};

/// What arrives where (domain.md 3).
struct Flow {
    std::map<ServiceId, ServiceLoad> loads;  ///< every service of the design; no load = zeros
    std::map<ConnectionId, Exact> callsAtDrawn;  ///< calls a month over each connection, attempts included
    std::map<ConnectionId, Exact> callsPerRequest;  ///< of the sender, attempts included; 0 for those left out
    std::vector<Cycle> cycles;  ///< by their first member
    double requestsPerMonth = 0;  ///< N of the drawn traffic
};

/// A service that starts by itself: entries on it do not grow with N, and where nothing starts it at all it runs
/// `runsPerMonth` times, spread evenly.
struct JobRuns {
    ServiceId service;
    double runsPerMonth = 0;
};

Flow flowOf(const Design& design, const std::vector<JobRuns>& jobs);

/// Attempts for one call, of which the share `failureShare` fails, with `retries` more: 1 + f + ... + f^retries.
/// Retries are whole; more than 1,000 count as 1,000.
Exact attemptsPerCall(const Exact& failureShare, int retries);

/// Messages that wait at the end of each hour when `workedOffPerHour` of them are done in an hour.
std::vector<double> backlogOf(std::span<const double> arrivalsPerHour, double workedOffPerHour);

}  // namespace tideline
