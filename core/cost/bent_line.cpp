// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bent_line.h"

#include <algorithm>
#include <limits>

namespace tideline {

namespace {

StraightLine sumOf(const StraightLine& a, const StraightLine& b) {
    return {a.fixed + b.fixed, a.scaled + b.scaled};
}

StraightLine times(const StraightLine& line, double weight) {
    return {line.fixed * weight, line.scaled * weight};
}

/// Where `b` is above `a` for any x behind; infinity where it never gets there.
double overtaking(const StraightLine& a, const StraightLine& b) {
    return b.scaled > a.scaled ? (a.fixed - b.fixed) / (b.scaled - a.scaled) : std::numeric_limits<double>::infinity();
}

}  // namespace

void BentLine::add(const StraightLine& line) {
    m_start = sumOf(m_start, line);
}

void BentLine::bendAt(double bend, const StraightLine& before, const StraightLine& after) {
    const StraightLine change{after.fixed - before.fixed, after.scaled - before.scaled};
    if (bend < 0) {
        m_start = sumOf(m_start, change);
    } else if (bend < std::numeric_limits<double>::infinity()) {
        m_bends.push_back({bend, change});
    }
}

void BentLine::addLarger(const StraightLine& a, const StraightLine& b, double weight) {
    addLargest({a, b}, weight);
}

void BentLine::addSmaller(const StraightLine& a, const StraightLine& b, double weight) {
    // What is not the larger of the two.
    add(times(sumOf(a, b), weight));
    addLargest({a, b}, -weight);
}

void BentLine::addLargest(const std::vector<StraightLine>& lines, double weight) {
    StraightLine largest = lines.front();
    for (const StraightLine& line : lines) {
        if (line.fixed > largest.fixed || (line.fixed == largest.fixed && line.scaled > largest.scaled)) {
            largest = line;
        }
    }
    add(times(largest, weight));
    for (bool grows = true; grows;) {
        double next = std::numeric_limits<double>::infinity();
        StraightLine overtaker = largest;
        for (const StraightLine& line : lines) {
            const double at = overtaking(largest, line);
            if (at < next || (at == next && line.scaled > overtaker.scaled)) {
                next = at;
                overtaker = line;
            }
        }
        grows = overtaker.scaled > largest.scaled;
        if (grows) {
            bendAt(next, times(largest, weight), times(overtaker, weight));
            largest = overtaker;
        }
    }
}

void BentLine::settle() {
    std::ranges::sort(m_bends, {}, &Bend::from);
    m_behind.push_back(m_start);
    for (const Bend& bend : m_bends) {
        m_from.push_back(bend.from);
        m_behind.push_back(sumOf(m_behind.back(), bend.change));
    }
    m_bends.clear();
}

double BentLine::at(double x, double& steps) const {
    const auto passed = static_cast<std::size_t>(std::ranges::lower_bound(m_from, x) - m_from.begin());
    steps += static_cast<double>(passed);
    return m_behind[passed].at(x);
}

}  // namespace tideline
