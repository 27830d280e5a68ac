// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace tideline {

/// fixed + scaled * x, in floating point.
struct StraightLine {
    double fixed = 0, scaled = 0;
    double at(double x) const { return fixed + scaled * x; }
};

/// A sum of lines that bend, over x >= 0. Made once and asked for at hundreds of loads: the bends lie sorted, each with
/// the sum behind it.
class BentLine {
public:
    /// A part that is `line` all the way.
    void add(const StraightLine& line);
    /// A part that was `before` is `after` for any x above `bend`.
    void bendAt(double bend, const StraightLine& before, const StraightLine& after);
    /// The larger of two lines, `weight` times; the smaller one.
    void addLarger(const StraightLine& a, const StraightLine& b, double weight);
    void addSmaller(const StraightLine& a, const StraightLine& b, double weight);
    /// The largest of some lines, `weight` times.
    void addLargest(const std::vector<StraightLine>& lines, double weight);
    /// Before it is asked for anything.
    void settle();

    /// Adds the number of bends that lie below x to `steps`.
    double at(double x, double& steps) const;

private:
    struct Bend {
        double from;
        StraightLine change;
    };
    StraightLine m_start;
    std::vector<Bend> m_bends;
    std::vector<double> m_from;  ///< of the bends, sorted
    std::vector<StraightLine> m_behind;  ///< the sum behind so many bends
};

}  // namespace tideline
