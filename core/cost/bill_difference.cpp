// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bill_difference.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// Of sums of some hundred terms.
constexpr double kOff = 1e-10;
constexpr double kLeastOff = 1e-12;  // dollars

using PriceSum = BillModel::PriceSum;

/// Usages of a price that cost something at some load; nodes are counted apart.
std::vector<const Usage*> countedOf(const PriceSum& sum) {
    std::vector<const Usage*> counted;
    std::ranges::copy_if(sum.usages, std::back_inserter(counted), [](const Usage* usage) {
        const auto isNothing = [](const Measure& measure) {
            return measure.isStraight() && measure.fixedUnits() == 0 && measure.scaledUnits() == 0;
        };
        return usage->source == Usage::Source::Metered && !std::ranges::all_of(usage->measures, isNothing);
    });
    return counted;
}

/// Prices that give the same free units away depend on each other.
std::string_view poolOf(const Price& price) {
    return price.freePerMonth && !price.freeGroup.empty() ? std::string_view(price.freeGroup) : price.key;
}

/// Least and most of a difference between two loads, or its ends where it is a straight line.
struct Range {
    double low, high;
    bool isStraight;
    double off;  ///< of floating point
};

Range rangeOf(const BillDifference::Entry& low, const BillDifference::Entry& high) {
    const bool isAlike = low.isAlike && high.isAlike && low.tier == high.tier && low.freeUnits == high.freeUnits;
    if (isAlike) {
        const double off = kOff * (low.size() + high.size());
        return low.restStepsOfA == high.restStepsOfA && low.restStepsOfB == high.restStepsOfB
                   ? Range{low.restOfA - low.restOfB, high.restOfA - high.restOfB, true, off}
                   : Range{low.restOfA - high.restOfB, high.restOfA - low.restOfB, false, off};
    }
    const double off = kOff * (low.a + low.b + high.a + high.b);
    return low.stepsOfA == high.stepsOfA && low.stepsOfB == high.stepsOfB
               ? Range{low.a - low.b, high.a - high.b, true, off}
               : Range{low.a - high.b, high.a - low.b, false, off};
}

}  // namespace

double BillDifference::Rest::at(const LoadFactor& x, double& steps) const {
    double units = fixed + scaled * x.value();
    for (const Measure* measure : bent) {
        units += measure->unitsAt(x, steps);
    }
    return units;
}

BillDifference::BillDifference(BillModel& a, BillModel& b)
    : m_a(a),
      m_b(b),
      m_haveSameNodes(std::as_const(a).nodes().hasSamePods(std::as_const(b).nodes())),
      m_fixed(a.fixedDollars() - b.fixedDollars()),
      m_addsUp(a.support() == nullptr && b.support() == nullptr) {
    std::map<std::string_view, std::vector<Match>> pools;
    std::vector<bool> isMatched(b.sums().size());
    for (std::size_t at = 0; at < a.sums().size(); ++at) {
        const PriceSum& mine = a.sums()[at];
        const auto theirs = std::ranges::find(b.sums(), mine.price, &PriceSum::price);
        std::optional<std::size_t> position;
        if (theirs != b.sums().end()) {
            position = static_cast<std::size_t>(theirs - b.sums().begin());
            isMatched[*position] = true;
        }
        pools[poolOf(*mine.price)].push_back(matched(at, position));
    }
    for (std::size_t at = 0; at < b.sums().size(); ++at) {
        if (!isMatched[at]) {
            pools[poolOf(*b.sums()[at].price)].push_back(matched({}, at));
        }
    }
    std::size_t pool = 0;
    for (auto& [name, matches] : pools) {
        if (std::ranges::all_of(matches, [this](const Match& match) { return isSame(match); })) {
            continue;
        }
        for (Match& match : matches) {
            match.pool = pool;
            match.isSameButNodes = isSameButNodes(match);
            m_matches.push_back(std::move(match));
        }
        ++pool;
    }
}

BillDifference::Match BillDifference::matched(std::optional<std::size_t> a, std::optional<std::size_t> b) const {
    Match match{.a = a, .b = b};
    match.countsNodes = (a && m_a.sums()[*a].perWeekNode > 0) || (b && m_b.sums()[*b].perWeekNode > 0);
    if (!a || !b) {
        return match;
    }
    match.hasRest = m_a.sums()[*a].rounded->lot == 0 && (!match.countsNodes || m_haveSameNodes);
    const std::vector<const Usage*> mine = countedOf(m_a.sums()[*a]);
    const std::vector<const Usage*> theirs = countedOf(m_b.sums()[*b]);
    const auto addRest = [](const std::vector<const Usage*>& all, std::vector<const Usage*> others, Rest& rest) {
        std::ranges::sort(others);
        for (const Usage* usage : all) {
            if (std::ranges::binary_search(others, usage)) {
                continue;
            }
            for (const Measure& measure : usage->measures) {
                if (measure.isStraight()) {
                    rest.fixed += measure.fixedUnits();
                    rest.scaled += measure.scaledUnits();
                } else {
                    rest.bent.push_back(&measure);
                }
            }
        }
    };
    addRest(mine, theirs, match.restOfA);
    addRest(theirs, mine, match.restOfB);
    return match;
}

bool BillDifference::isSame(const Match& match) const {
    return (!match.countsNodes || m_haveSameNodes) && isSameButNodes(match);
}

bool BillDifference::isSameButNodes(const Match& match) const {
    const auto costsNothing = [](const PriceSum& sum) { return sum.perWeekNode == 0 && countedOf(sum).empty(); };
    if (!match.a || !match.b) {
        return costsNothing(match.a ? m_a.sums()[*match.a] : m_b.sums()[*match.b]);
    }
    const PriceSum& mine = m_a.sums()[*match.a];
    const PriceSum& theirs = m_b.sums()[*match.b];
    if (mine.perWeekNode != theirs.perWeekNode) {
        return false;
    }
    const auto isEmpty = [](const Rest& rest) { return rest.bent.empty() && rest.fixed == 0 && rest.scaled == 0; };
    if (isEmpty(match.restOfA) && isEmpty(match.restOfB)) {
        return true;
    }
    // Lines that each bill made for itself may say the same.
    const auto sharesHours = [](const Measure* a, const Measure* b) { return a->sharesHoursWith(*b); };
    return std::ranges::equal(match.restOfA.bent, match.restOfB.bent, sharesHours) && mine.fixed == theirs.fixed &&
           mine.scaled == theirs.scaled && mine.exactStraight() == theirs.exactStraight();
}

BillDifference::Entry BillDifference::entryOf(const Match& match, const BillModel::Parts& a, const BillModel::Parts& b,
                                              const LoadFactor& x) const {
    const BillModel::Part mine = match.a ? a.prices[*match.a] : BillModel::Part{};
    const BillModel::Part theirs = match.b ? b.prices[*match.b] : BillModel::Part{};
    Entry entry{.a = mine.dollars,
                .b = theirs.dollars,
                .stepsOfA = mine.steps,
                .stepsOfB = theirs.steps,
                .tier = mine.tier,
                .freeUnits = mine.freeUnits};
    entry.isAlike = match.hasRest && mine.tier == theirs.tier && mine.freeUnits == theirs.freeUnits &&
                    mine.dollars > 0 && theirs.dollars > 0;
    if (entry.isAlike) {
        const double each = m_a.sums()[*match.a].rounded->perUnit[mine.tier];
        entry.restOfA = each * match.restOfA.at(x, entry.restStepsOfA);
        entry.restOfB = each * match.restOfB.at(x, entry.restStepsOfB);
    }
    return entry;
}

void BillDifference::shareSteps(std::vector<Entry>& entries, const BillModel::Parts& a,
                                const BillModel::Parts& b) const {
    for (std::size_t first = 0; first < m_matches.size();) {
        std::size_t end = first;
        double stepsOfA = 0;
        double stepsOfB = 0;
        bool countsNodes = false;
        for (; end < m_matches.size() && m_matches[end].pool == m_matches[first].pool; ++end) {
            stepsOfA += entries[end].stepsOfA;
            stepsOfB += entries[end].stepsOfB;
            countsNodes = countsNodes || m_matches[end].countsNodes;
        }
        for (; first < end; ++first) {
            entries[first].stepsOfA = stepsOfA + (countsNodes ? a.nodeFee.steps : 0);
            entries[first].stepsOfB = stepsOfB + (countsNodes ? b.nodeFee.steps : 0);
        }
    }
}

BillDifference::Point BillDifference::at(std::int64_t requests) {
    const BillModel::Parts& a = m_a.atRequests(requests);
    const BillModel::Parts& b = m_b.atRequests(requests);
    Point point{.requests = requests, .hasEqualNodes = a.nodes == b.nodes};
    if (!m_addsUp) {
        point.dollars = a.all.dollars - b.all.dollars;
        point.off = kOff * (a.all.dollars + b.all.dollars) + kLeastOff;
        point.entries.push_back({a.all.dollars, b.all.dollars, a.all.steps, b.all.steps});
        return point;
    }
    const LoadFactor x = factorAt(requests);
    point.entries.reserve(m_matches.size() + 1);
    for (const Match& match : m_matches) {
        point.entries.push_back(entryOf(match, a, b, x));
    }
    shareSteps(point.entries, a, b);
    if (!m_haveSameNodes && (m_a.hasNodeFee() || m_b.hasNodeFee())) {
        point.entries.push_back({a.nodeFee.dollars, b.nodeFee.dollars, a.nodeFee.steps, b.nodeFee.steps});
    }
    point.dollars = m_fixed;
    point.off = fixedOff();
    for (const Entry& entry : point.entries) {
        point.dollars += entry.difference();
        point.off += kOff * entry.size();
    }
    return point;
}

double BillDifference::fixedOff() const {
    return m_fixed != 0 ? kOff * (m_a.fixedDollars() + m_b.fixedDollars()) + kLeastOff : kLeastOff;
}

int BillDifference::sign(const Point& point) {
    if (std::abs(point.dollars) > point.off) {
        return point.dollars < 0 ? -1 : 1;
    }
    if (isTie(point)) {
        return 0;
    }
    const Exact exact = exactAt(point.requests);
    return exact < 0 ? -1 : exact > 0 ? 1 : 0;
}

bool BillDifference::isTie(const Point& point) const {
    return m_addsUp && m_fixed == 0 && point.hasEqualNodes && m_a.hasNodeFee() == m_b.hasNodeFee() &&
           std::ranges::all_of(m_matches, &Match::isSameButNodes);
}

Exact BillDifference::exactAt(std::int64_t requests) {
    if (m_addsUp && m_matches.empty() && m_haveSameNodes && m_fixed == 0) {
        return 0;
    }
    return m_a.exactAt(factorAt(requests)) - m_b.exactAt(factorAt(requests));
}

bool BillDifference::isDecided(const Point& low, const Point& high) const {
    double atLow = m_addsUp ? m_fixed : 0;
    double atHigh = atLow;
    double least = 0;
    double most = 0;
    double off = fixedOff() * 2;
    for (std::size_t at = 0; at < low.entries.size(); ++at) {
        const Range range = rangeOf(low.entries[at], high.entries[at]);
        (range.isStraight ? atLow : least) += range.low;
        (range.isStraight ? atHigh : most) += range.high;
        off += range.off;
    }
    return std::min(atLow, atHigh) + least > off || std::max(atLow, atHigh) + most < -off;
}

bool BillDifference::isStraight(const Point& low, const Point& high) const {
    for (std::size_t at = 0; at < low.entries.size(); ++at) {
        if (!rangeOf(low.entries[at], high.entries[at]).isStraight) {
            return false;
        }
    }
    return true;
}

}  // namespace tideline
