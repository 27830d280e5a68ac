// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace tideline {

/// What the pods of one copy of a service ask for in each hour of the week, before rounding up: scaled * x + fixed.
struct PodDemand {
    std::vector<double> scaled, fixed;  ///< by hour class
    double least = 0;   ///< pods below which one copy never falls
    double copies = 1;  ///< whole
};

/// Pods of each size in every hour class of the week at one load. Each step runs over all hours in a row without
/// branches, so that compilers make vectors of it: bills ask for a week some hundred times for each curve.
class PodWeek {
public:
    /// All hours have `base` pods of each size.
    void restart(const std::vector<double>& base, std::size_t hours);
    /// Pods above the least of a service, into `size`. True where rounding up hangs in some hour on digits that
    /// floating point does not have: then those hours have to be corrected.
    bool add(std::size_t size, const PodDemand& demand, double times);
    /// Whether the last `add` could not tell.
    bool isUnclear(std::size_t hour) const { return m_unclear[hour] > 0; }
    /// Puts this number of pods of one copy in place of what the last `add` took.
    void correct(std::size_t size, const PodDemand& demand, std::size_t hour, double times, double pods);

    std::size_t hours() const { return m_hours; }
    std::size_t sizes() const { return m_weights.size(); }
    double count(std::size_t size, std::size_t hour) const { return m_counts[size * m_hours + hour]; }
    bool isAlike(std::size_t hour, std::size_t other) const;
    /// Whole, and the same for the same counts; others may share it.
    double hash(std::size_t hour) const { return m_hashes[hour]; }
    /// Pods above the base, of all hours.
    double more() const;

private:
    std::size_t m_hours = 0;
    std::vector<double> m_counts;  ///< all hours of the first size, then those of the second
    std::vector<double> m_hashes, m_more;  ///< by hour
    std::vector<double> m_unclear;  ///< by hour, of the last `add`: 1 or 0
    std::vector<double> m_weights;  ///< by size
};

}  // namespace tideline
