// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bent_line.h"

#include "tests/support/catch.h"

#include <algorithm>

using namespace tideline;

namespace {

double valueAt(const BentLine& line, double x) {
    double steps = 0;
    return line.at(x, steps);
}

double stepsAt(const BentLine& line, double x) {
    double steps = 0;
    line.at(x, steps);
    return steps;
}

}  // namespace

TEST_CASE("a sum of larger, smaller and largest lines is what the lines give at every load") {
    const StraightLine flat{5, 0};
    const StraightLine slow{1, 0.5};
    const StraightLine fast{0, 2};
    BentLine line;
    line.add({3, 1});
    line.addLarger(flat, fast, 7);
    line.addSmaller(flat, slow, 11);
    line.addLargest({flat, slow, fast}, 13);
    line.settle();
    for (double x = 0; x <= 40; x += 0.25) {
        const double expected = 3 + x + 7 * std::max(flat.at(x), fast.at(x)) + 11 * std::min(flat.at(x), slow.at(x)) +
                                13 * std::max({flat.at(x), slow.at(x), fast.at(x)});
        INFO("x = " << x);
        CHECK(valueAt(line, x) == Approx(expected).epsilon(1e-12));
    }
}

TEST_CASE("bends are counted from the load behind them on, and never taken back") {
    BentLine line;
    line.addLarger({5, 0}, {0, 2}, 1);    // at 2.5
    line.addSmaller({5, 0}, {1, 0.5}, 1);  // at 8
    line.settle();
    CHECK(stepsAt(line, 0) == 0);
    CHECK(stepsAt(line, 2.5) == 0);
    CHECK(stepsAt(line, 2.75) == 1);
    CHECK(stepsAt(line, 8) == 1);
    CHECK(stepsAt(line, 9) == 2);
}

TEST_CASE("lines that never overtake each other do not bend") {
    BentLine line;
    line.addLargest({{1, 1}, {2, 1}, {2, 0.5}}, 1);
    line.addLarger({4, 0}, {3, 0}, 1);
    line.settle();
    CHECK(valueAt(line, 100) == Approx(106));
    CHECK(stepsAt(line, 1e9) == 0);
}
