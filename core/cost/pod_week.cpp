// SPDX-License-Identifier: Apache-2.0
#include "core/cost/pod_week.h"

#include "core/capacity/replica_rule.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace tideline {

namespace {

/// 1.5 * 2^52: adding and taking it off rounds to a whole number, without an instruction that only newer processors have.
constexpr double kRounding = 6755399441055744.0;

/// A number of 20 bits for each position, so that sums of counts times weights stay whole.
double weightOf(std::size_t position) {
    std::uint64_t value = (position + 1) * 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<double>((value >> 44) | 1);
}

struct Rounded {
    double pods;  ///< of one copy, at least its least
    double unclear;  ///< 1 where another number may be right, else 0
};

/// Without branches: conditions are 1 or 0.
inline Rounded roundedUp(double wanted, double least) {
    const double nearest = (wanted + kRounding) - kRounding;
    const double rest = wanted - nearest;
    const double whole = nearest + (rest > 0 ? 1.0 : 0.0);
    const double pods = wanted > 0 ? whole : 0.0;
    const double isNearWhole = std::abs(rest) - unclearNear(wanted) <= 0 ? 1.0 : 0.0;
    // Below it, one pod more than the nearest is still at most `least`: nothing hangs on it.
    const double isAboveLeast = nearest >= least ? 1.0 : 0.0;
    const double isAsked = wanted > 0 ? 1.0 : 0.0;
    return {pods > least ? pods : least, isNearWhole * isAboveLeast * isAsked};
}

struct Counting {
    double times, least, copies, weight;
};

/// All rows have an entry for each hour, and none is part of another.
void addHours(std::size_t hours, const Counting counting, const double* __restrict scaled,
              const double* __restrict fixed, double* __restrict counts, double* __restrict hashes,
              double* __restrict all, double* __restrict unclear) {
    for (std::size_t hour = 0; hour < hours; ++hour) {
        const Rounded rounded = roundedUp(scaled[hour] * counting.times + fixed[hour], counting.least);
        const double more = (rounded.pods - counting.least) * counting.copies;
        counts[hour] += more;
        hashes[hour] += more * counting.weight;
        all[hour] += more;
        unclear[hour] = rounded.unclear;
    }
}

}  // namespace

void PodWeek::restart(const std::vector<double>& base, std::size_t hours) {
    if (m_weights.size() != base.size()) {
        m_weights.clear();
        for (std::size_t size = 0; size < base.size(); ++size) {
            m_weights.push_back(weightOf(size));
        }
    }
    m_hours = hours;
    m_counts.resize(base.size() * hours);
    for (std::size_t size = 0; size < base.size(); ++size) {
        std::fill_n(m_counts.begin() + static_cast<std::ptrdiff_t>(size * hours), hours, base[size]);
    }
    m_hashes.assign(hours, 0);
    m_more.assign(hours, 0);
    m_unclear.assign(hours, 0);
}

bool PodWeek::add(std::size_t size, const PodDemand& demand, double times) {
    const Counting counting{.times = times, .least = demand.least, .copies = demand.copies, .weight = m_weights[size]};
    addHours(m_hours, counting, demand.scaled.data(), demand.fixed.data(), m_counts.data() + size * m_hours,
             m_hashes.data(), m_more.data(), m_unclear.data());
    return std::accumulate(m_unclear.begin(), m_unclear.end(), 0.0) > 0;
}

void PodWeek::correct(std::size_t size, const PodDemand& demand, std::size_t hour, double times, double pods) {
    const double taken = roundedUp(demand.scaled[hour] * times + demand.fixed[hour], demand.least).pods;
    const double more = (std::max(pods, demand.least) - taken) * demand.copies;
    m_counts[size * m_hours + hour] += more;
    m_hashes[hour] += more * m_weights[size];
    m_more[hour] += more;
}

bool PodWeek::isAlike(std::size_t hour, std::size_t other) const {
    if (m_hashes[hour] != m_hashes[other]) {
        return false;
    }
    for (std::size_t size = 0; size < sizes(); ++size) {
        if (count(size, hour) != count(size, other)) {
            return false;
        }
    }
    return true;
}

double PodWeek::more() const {
    return std::accumulate(m_more.begin(), m_more.end(), 0.0);
}

}  // namespace tideline
