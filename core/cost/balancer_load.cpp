// SPDX-License-Identifier: Apache-2.0
#include "core/cost/balancer_load.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::size_t kDimensions = 4;
using Shares = std::vector<LoadShare>;

double field(const ServiceFacts& facts, std::string_view key) {
    return facts.profile->number(key);
}

/// Capacity units for one request a second of the service, by dimension.
std::array<Exact, kDimensions> unitsPerRps(const ServiceFacts& facts, double rules) {
    const bool hasSessions = facts.profile->has("sessionMinutes");
    const Exact heldSeconds = hasSessions ? Exact(exactOf(field(facts, "sessionMinutes")) * 60)
                                          : Exact(exactOf(field(facts, "durationMs")) / 1000);
    const Exact kilobytes = exactOf(field(facts, "payloadKb")) + exactOf(field(facts, "responseKb"));
    return {Exact(1) / 25, heldSeconds / 3000, kilobytes * 3600 / 1'000'000, Exact(std::max(0.0, rules - 10)) / 1000};
}

void add(Shares& shares, const LoadShare& share, const Exact& each) {
    const auto same = std::ranges::find_if(shares, [&share](const LoadShare& known) {
        return known.profile == share.profile && known.grows == share.grows;
    });
    if (same != shares.end()) {
        *same = {same->profile, same->grows, same->monthly + share.monthly * each};
    } else {
        shares.push_back({share.profile, share.grows, share.monthly * each});
    }
}

Exact amountOf(const Shares& shares, const LoadShare& like) {
    for (const LoadShare& share : shares) {
        if (share.profile == like.profile && share.grows == like.grows) {
            return share.monthly;
        }
    }
    return 0;
}

/// Never larger than the other in any hour at any load.
bool isDominated(const Shares& smaller, const Shares& larger) {
    return std::ranges::all_of(smaller,
                               [&larger](const LoadShare& share) { return share.monthly <= amountOf(larger, share); });
}

Exact growthOf(const Shares& shares) {
    Exact growth = 0;
    for (const LoadShare& share : shares) {
        growth += share.grows ? share.monthly : Exact(0);
    }
    return growth;
}

/// The dimensions that can be the largest, the one that grows most last.
std::vector<Shares> rivalsOf(std::vector<Shares> dimensions) {
    std::vector<Shares> rivals;
    for (Shares& dimension : dimensions) {
        const bool isBeaten =
            std::ranges::any_of(rivals, [&dimension](const Shares& rival) { return isDominated(dimension, rival); });
        if (isBeaten) {
            continue;
        }
        std::erase_if(rivals, [&dimension](const Shares& rival) { return isDominated(rival, dimension); });
        rivals.push_back(std::move(dimension));
    }
    std::ranges::stable_sort(rivals, {}, growthOf);
    return rivals;
}

std::vector<std::size_t> openServices(const CostModel& model, const Hosts& hosts) {
    std::vector<std::size_t> open;
    std::ranges::copy_if(model.openPods, std::back_inserter(open),
                         [&hosts](std::size_t at) { return hosts[at] == Host::Kubernetes; });
    return open;
}

Measure unitsOver(const CostModel& model, const std::vector<std::size_t>& open) {
    std::vector<Shares> dimensions(kDimensions);
    for (const std::size_t service : open) {
        const ServiceFacts& facts = model.services[service];
        const auto units = unitsPerRps(facts, static_cast<double>(open.size()));
        for (const LoadShare& share : *facts.userShares) {
            for (std::size_t at = 0; at < kDimensions; ++at) {
                add(dimensions[at], share, units[at]);
            }
        }
    }
    const auto rivals = std::make_shared<const std::vector<Shares>>(rivalsOf(std::move(dimensions)));
    std::vector<HourlyTerm> terms;
    for (const HourClass& hours : model.hours) {
        HourlyTerm term{
            .shape = HourlyTerm::Shape::Largest, .hours = hours.hours, .hourClass = &hours, .rivals = rivals};
        for (const Shares& rival : *rivals) {
            term.rivalRates.push_back(rateIn(hours, rival, Busy::Hour));
        }
        terms.push_back(std::move(term));
    }
    return Measure::ofHours(std::move(terms),
                            "capacity units (in each hour the largest of new connections a second / 25, open ones / "
                            "3,000, GB an hour and, beyond 10 rules, rules x requests a second / 1,000)");
}

}  // namespace

Measure BalancerUnits::of(const CostModel& model, const Hosts& hosts) {
    std::vector<std::size_t> open = openServices(model, hosts);
    const auto known = m_known.find(open);
    if (known != m_known.end()) {
        return known->second;
    }
    Measure units = unitsOver(model, open);
    return m_known.emplace(std::move(open), std::move(units)).first->second;
}

}  // namespace tideline
