// SPDX-License-Identifier: Apache-2.0
#include "core/cost/crossovers.h"

#include "core/cost/bill_difference.h"
#include "core/cost/crossover_reason.h"
#include "core/cost/plain_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace tideline {

namespace {

using Point = BillDifference::Point;

class Search {
public:
    Search(BillModel& a, BillModel& b) : m_bills(a, b) {}

    std::vector<SignChange> between(std::int64_t first, std::int64_t last) {
        if (first < last) {
            search(m_bills.at(first), m_bills.at(last));
        }
        return std::move(m_changes);
    }

private:
    static std::int64_t middle(std::int64_t low, std::int64_t high) {
        // Far apart: by orders of magnitude.
        const bool isWide = low > 0 && high / 4 > low;
        const auto middle =
            isWide ? static_cast<std::int64_t>(std::sqrt(static_cast<double>(low) * static_cast<double>(high)))
                   : low + (high - low) / 2;
        return std::clamp(middle, low + 1, high - 1);
    }

    void search(const Point& low, const Point& high) {
        if (m_bills.isDecided(low, high)) {
            return;
        }
        if (m_bills.isStraight(low, high)) {
            solve(low, high);
        } else if (high.requests - low.requests <= 1) {
            note(high.requests, m_bills.sign(low), m_bills.sign(high));
        } else {
            const Point mid = m_bills.at(middle(low.requests, high.requests));
            search(low, mid);
            search(mid, high);
        }
    }

    /// The difference is a straight line here.
    void solve(const Point& low, const Point& high) {
        const int before = m_bills.sign(low);
        const int after = m_bills.sign(high);
        if (before == after) {
            return;
        }
        if (const std::optional<std::int64_t> clear = clearChange(low, high)) {
            note(*clear, before, after);
            return;
        }
        const Exact atLow = m_bills.exactAt(low.requests);
        const Exact atHigh = m_bills.exactAt(high.requests);
        const Exact root = low.requests + (high.requests - low.requests) * atLow / (atLow - atHigh);
        const auto floor = static_cast<std::int64_t>(
            Whole(boost::multiprecision::numerator(root) / boost::multiprecision::denominator(root)));
        const bool tiesAtRoot = Exact(floor) == root;
        if (tiesAtRoot && floor > low.requests) {
            note(floor, before, 0);
        }
        if (floor < high.requests) {
            note(floor + 1, tiesAtRoot ? 0 : before, after);
        }
    }

    /// The first load behind the root where floating point leaves no doubt which: the root is further from a whole
    /// number than it can be off. A bill is a sum of some hundred terms, so it is off by less than a hundredth of the room.
    static std::optional<std::int64_t> clearChange(const Point& low, const Point& high) {
        constexpr double kShare = 0.01;  // of the room that a point has
        const double grown = low.dollars - high.dollars;
        const auto span = static_cast<double>(high.requests - low.requests);
        const double root = span * low.dollars / grown;
        const double off = span * (2 * kShare * (low.off + high.off) / std::abs(grown) + 1e-15);
        const double behind = std::floor(root + off) + 1;
        // With slack for the division itself; a tie at a whole number is never clear.
        const bool isClear = std::floor(root - off) + 1 == behind && behind >= 1 && behind <= span;
        return isClear ? std::optional(low.requests + static_cast<std::int64_t>(behind)) : std::nullopt;
    }

    void note(std::int64_t requests, int before, int after) {
        if (before != after) {
            m_changes.push_back({requests, after});
        }
    }

    BillDifference m_bills;
    std::vector<SignChange> m_changes;
};

/// A change between two of the contenders, by position.
struct Change {
    std::int64_t requests;
    std::size_t from, to;  ///< `to` is strictly cheaper from here on
};

std::vector<Change> changesOf(const std::vector<Contender>& contenders, std::int64_t first, std::int64_t last) {
    std::vector<Change> changes;
    for (std::size_t a = 0; a < contenders.size(); ++a) {
        for (std::size_t b = a + 1; b < contenders.size(); ++b) {
            for (const SignChange& change : signChanges(*contenders[a].model, *contenders[b].model, first, last)) {
                if (change.sign != 0) {
                    changes.push_back({change.requests, change.sign < 0 ? b : a, change.sign < 0 ? a : b});
                }
            }
        }
    }
    std::ranges::sort(changes, [&contenders](const Change& x, const Change& y) {
        return std::tie(x.requests, contenders[x.from].key, contenders[x.to].key) <
               std::tie(y.requests, contenders[y.from].key, contenders[y.to].key);
    });
    return changes;
}

/// The cheapest at one load; where several cost the same, `holder` if it is among them, else the first.
std::size_t cheapestAt(const std::vector<Contender>& contenders, std::size_t holder, std::int64_t requests) {
    std::size_t best = holder;
    for (std::size_t at = 0; at < contenders.size(); ++at) {
        if (at != best && signAt(*contenders[at].model, *contenders[best].model, requests) < 0) {
            best = at;
        }
    }
    for (std::size_t at = 0; at < best && best != holder; ++at) {
        if (signAt(*contenders[at].model, *contenders[best].model, requests) == 0) {
            best = at;
        }
    }
    return best;
}

using Lack = std::tuple<std::optional<std::size_t>, std::string_view, std::string>;

/// Lines that need a price which no book has.
std::set<Lack> lacksOf(const BillModel& model) {
    std::set<Lack> lacks;
    for (const Usage* usage : model.lines()) {
        if (usage->price == nullptr || usage->price->userSupplied) {
            lacks.emplace(usage->service, usage->meter->key, usage->priceKey);
        }
    }
    return lacks;
}

/// Keys of the prices that one bill lacks and the other does not need: what the crossover would move with.
std::vector<std::string> lackingPrices(const Contender& a, const Contender& b) {
    const std::set<Lack> ofA = lacksOf(*a.model);
    const std::set<Lack> ofB = lacksOf(*b.model);
    std::vector<Lack> different;
    std::ranges::set_symmetric_difference(ofA, ofB, std::back_inserter(different));
    std::set<std::string> keys;
    for (const Lack& lack : different) {
        keys.insert(std::get<2>(lack));
    }
    return {keys.begin(), keys.end()};
}

/// Two contenders over the whole comparison.
struct Rivalry {
    std::size_t crossings = 0, told = 0;
    std::int64_t first = 0, last = 0;
    std::vector<std::string> lacking;
};

using Rivalries = std::map<std::pair<std::size_t, std::size_t>, Rivalry>;

Rivalry& rivalryOf(Rivalries& rivalries, const Change& change) {
    return rivalries[std::minmax(change.from, change.to)];
}

Rivalries rivalriesOf(const std::vector<Contender>& contenders, const std::vector<Change>& changes) {
    Rivalries rivalries;
    for (const Change& change : changes) {
        Rivalry& rivalry = rivalryOf(rivalries, change);
        if (rivalry.crossings++ == 0) {
            rivalry.first = change.requests;
            rivalry.lacking = lackingPrices(contenders[change.from], contenders[change.to]);
        }
        rivalry.last = change.requests;
    }
    return rivalries;
}

/// Two staircases that climb side by side pass each other hundreds of times: one sentence fits them all.
constexpr std::size_t kManyCrossings = 12;

std::string reasonOf(const Contender& from, const Contender& to, std::int64_t requests, std::int64_t first,
                     Rivalry& rivalry) {
    if (rivalry.told++ < kManyCrossings) {
        return crossoverReason(from, to, requests, first);
    }
    return fmt::format(
        "Both bills rise in steps side by side, and pass each other {} times between {} and {} requests.",
        plainNumber(Exact(rivalry.crossings)), plainNumber(Exact(rivalry.first)), plainNumber(Exact(rivalry.last)));
}

}  // namespace

std::vector<SignChange> signChanges(BillModel& a, BillModel& b, std::int64_t first, std::int64_t last) {
    return Search(a, b).between(first, last);
}

int signAt(BillModel& a, BillModel& b, std::int64_t requests) {
    BillDifference bills(a, b);
    return bills.sign(bills.at(requests));
}

std::vector<CheapestInterval> envelopeWith(const Contender& drawn, const std::vector<Contender>& contenders,
                                           const std::vector<CheapestInterval>& cheapest, std::int64_t last) {
    std::vector<CheapestInterval> regions;
    const auto add = [&regions](std::int64_t requests, const std::string& key) {
        if (regions.empty() || regions.back().curve != key) {
            regions.push_back({Exact(requests), key});
        }
    };
    for (std::size_t at = 0; at < cheapest.size(); ++at) {
        const auto begin = static_cast<std::int64_t>(boost::multiprecision::numerator(cheapest[at].fromRequests));
        const auto end =
            at + 1 < cheapest.size()
                ? static_cast<std::int64_t>(boost::multiprecision::numerator(cheapest[at + 1].fromRequests)) - 1
                : last;
        const Contender& holder = *std::ranges::find(contenders, cheapest[at].curve, &Contender::key);
        if (holder.model->hosts() == drawn.model->hosts()) {
            add(begin, holder.key);
            continue;
        }
        add(begin, signAt(*drawn.model, *holder.model, begin) < 0 ? drawn.key : holder.key);
        for (const SignChange& change : signChanges(*drawn.model, *holder.model, begin, end)) {
            add(change.requests, change.sign < 0 ? drawn.key : holder.key);
        }
    }
    return regions;
}

Comparison compared(const std::vector<Contender>& contenders, std::int64_t first, std::int64_t last) {
    Comparison comparison;
    if (contenders.empty()) {
        return comparison;
    }
    std::size_t holder = 0;
    for (std::size_t at = 1; at < contenders.size(); ++at) {
        if (signAt(*contenders[at].model, *contenders[holder].model, first) < 0) {
            holder = at;
        }
    }
    comparison.cheapest.push_back({Exact(first), contenders[holder].key});
    const std::vector<Change> changes = changesOf(contenders, first, last);
    Rivalries rivalries = rivalriesOf(contenders, changes);
    for (std::size_t at = 0; at < changes.size();) {
        const std::int64_t requests = changes[at].requests;
        const std::size_t next = cheapestAt(contenders, holder, requests);
        for (; at < changes.size() && changes[at].requests == requests; ++at) {
            const Contender& from = contenders[changes[at].from];
            const Contender& to = contenders[changes[at].to];
            Rivalry& rivalry = rivalryOf(rivalries, changes[at]);
            const LoadFactor x(static_cast<double>(requests), to.model->model().drawnRequests);
            comparison.crossovers.push_back(
                {.requestsPerMonth = Exact(requests),
                 .from = from.key,
                 .to = to.key,
                 .lowest = next != holder && changes[at].from == holder && changes[at].to == next,
                 .monthly = to.model->exactAt(x),
                 .reason = reasonOf(from, to, requests, first, rivalry),
                 .dependsOn = rivalry.lacking});
        }
        if (next != holder) {
            holder = next;
            comparison.cheapest.push_back({Exact(requests), contenders[holder].key});
        }
    }
    return comparison;
}

}  // namespace tideline
