// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"

#include <cstdint>

namespace tideline {

/// The difference of two bills of one design over whole requests a month. What both have alike cancels out, steps and
/// all, so that two bills of millions are told apart by the cents in which they differ. The bills must come from one
/// shelf and outlive it.
class BillDifference {
public:
    BillDifference(BillModel& a, BillModel& b);

    /// Of one price.
    struct Entry {
        double a = 0, b = 0;  ///< dollars of each bill
        double stepsOfA = 0, stepsOfB = 0;  ///< of all prices that it depends on
        bool isAlike = false;  ///< both bills pay the same for a unit more, so that what they share cancels out
        std::size_t tier = 0;
        double freeUnits = 0;
        double restOfA = 0, restOfB = 0;  ///< dollars of what they do not share
        double restStepsOfA = 0, restStepsOfB = 0;
        double difference() const { return isAlike ? restOfA - restOfB : a - b; }
        double size() const { return isAlike ? restOfA + restOfB : a + b; }
    };
    /// Both bills at one whole number of requests.
    struct Point {
        std::int64_t requests = 0;
        std::vector<Entry> entries;
        double dollars = 0;  ///< a - b
        bool hasEqualNodes = false;  ///< both bills have as many in the week
        double off = 0;  ///< what floating point may have made of it, with room to spare
    };
    Point at(std::int64_t requests);
    /// The sign of a - b, ties exact.
    int sign(const Point& point);
    Exact exactAt(std::int64_t requests);
    /// No load in between can change who is cheaper: bills only grow, and what grows in a straight line in both of them
    /// grows so in their difference.
    bool isDecided(const Point& low, const Point& high) const;
    /// In between, the difference is a straight line.
    bool isStraight(const Point& low, const Point& high) const;

private:
    /// Units that only one of the bills has at a price.
    struct Rest {
        double fixed = 0, scaled = 0;
        std::vector<const Measure*> bent;
        double at(const LoadFactor& x, double& steps) const;
    };
    /// One price in both bills.
    struct Match {
        bool isSameButNodes = false;  ///< both bills have the same units of it at any load with as many nodes in both
        std::size_t pool = 0;  ///< prices of one pool share free units
        std::optional<std::size_t> a, b;  ///< positions in the sums of each bill
        bool countsNodes = false;
        bool hasRest = false;  ///< but for the rests, both bills have the same units of it
        Rest restOfA, restOfB;
    };

    Match matched(std::optional<std::size_t> a, std::optional<std::size_t> b) const;
    bool isSame(const Match& match) const;
    bool isSameButNodes(const Match& match) const;
    /// True where the bills are equal because all that differs between them is the nodes, and there are as many in both.
    bool isTie(const Point& point) const;
    Entry entryOf(const Match& match, const BillModel::Parts& a, const BillModel::Parts& b, const LoadFactor& x) const;
    void shareSteps(std::vector<Entry>& entries, const BillModel::Parts& a, const BillModel::Parts& b) const;
    double fixedOff() const;
    LoadFactor factorAt(std::int64_t requests) const {
        return {static_cast<double>(requests), m_a.model().drawnRequests};
    }

    BillModel& m_a;
    BillModel& m_b;
    bool m_haveSameNodes;
    std::vector<Match> m_matches;  ///< of pools that differ, pool by pool
    double m_fixed = 0;  ///< dollars that no load changes
    bool m_addsUp = true;  ///< false where a support plan is a share of the whole bill
};

}  // namespace tideline
