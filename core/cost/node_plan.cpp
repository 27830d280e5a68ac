// SPDX-License-Identifier: Apache-2.0
#include "core/cost/node_plan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>

namespace tideline {

namespace {

/// Allocatable room of an m7g.large, for node prices that do not state theirs.
constexpr NodeRoom kAssumedRoom{1930, 6844, 29};

constexpr std::size_t kMostPackings = 20'000;

double leastPods(const ReplicaRule& rule) {
    return (rule.fixed >= 0 ? rule.fixed : std::ceil(rule.least)) * rule.copies;
}

/// Where an hour needs more than `least` for the first time, a little early so that rounding cannot miss it.
double wakingFactor(const Rate& rate, double each, double least) {
    const double room = least - rate.fixed * each;
    if (room <= 1e-6 && (rate.fixed > 0 || rate.scaled > 0)) {
        return 0;
    }
    return rate.scaled > 0 ? room / (rate.scaled * each) * (1 - 1e-6) : std::numeric_limits<double>::infinity();
}

/// Takes pods of one size from the services that wait, one of each in turn.
void takeInTurn(std::deque<PlacedPods>& waiting, double count, std::vector<PlacedPods>& into) {
    for (; count > 0 && !waiting.empty(); --count) {
        PlacedPods next = waiting.front();
        waiting.pop_front();
        const auto placed = std::ranges::find(into, next.service, &PlacedPods::service);
        if (placed == into.end()) {
            into.push_back({next.service, 1, next.share});
        } else {
            ++placed->count;
        }
        if (--next.count > 0) {
            waiting.push_back(next);
        }
    }
}

/// Gives each pod its share of what is scarcer on this node, CPU or memory, so that the shares of a node never exceed 1.
void showShares(PlacedNode& node, const std::map<std::size_t, std::size_t>& sizeOfService,
                const std::vector<PodGroup>& sizes, const NodeRoom& room) {
    const auto sizeOf = [&](const PlacedPods& pods) -> const PodGroup& {
        return sizes[sizeOfService.at(pods.service)];
    };
    const double cpuRoom = std::max(room.cpuMillis, 1e-9);
    const double memoryRoom = std::max(room.memoryMib, 1e-9);
    double cpu = 0;
    double memory = 0;
    for (const PlacedPods& pods : node.pods) {
        cpu += pods.count * sizeOf(pods).cpuMillis / cpuRoom;
        memory += pods.count * sizeOf(pods).memoryMib / memoryRoom;
    }
    for (PlacedPods& pods : node.pods) {
        pods.share = cpu >= memory ? sizeOf(pods).cpuMillis / cpuRoom : sizeOf(pods).memoryMib / memoryRoom;
    }
}

}  // namespace

NodePlan::NodePlan(const CostModel& model, const Hosts& hosts) : m_model(model), m_room(kAssumedRoom) {
    const Price* price = model.price(model.cluster().nodePrice);
    if (price != nullptr && price->node) {
        m_room = {price->node->cpuMillis, price->node->memoryMib, price->node->maxPods};
        m_knowsItsRoom = true;
    }
    m_room = roomWithout(m_room, kDaemonRoom);
    for (std::size_t at = 0; at < hosts.size(); ++at) {
        const ServiceFacts& facts = model.services[at];
        if (hosts[at] != Host::Kubernetes || !facts.canBePod) {
            continue;
        }
        m_pods.push_back(at);
        if (facts.hasOwnNodes) {
            continue;
        }
        if (facts.rule.onEveryNode) {
            m_room = roomWithout(m_room, {facts.rule.cpuRequestMillis, facts.rule.memoryMib, 1});
        } else {
            const bool known = std::ranges::any_of(m_sizes, [&facts](const PodGroup& size) {
                return size.cpuMillis == facts.rule.cpuRequestMillis && size.memoryMib == facts.rule.memoryMib;
            });
            if (!known) {
                m_sizes.push_back({facts.rule.cpuRequestMillis, facts.rule.memoryMib, 0});
            }
        }
    }
    sortForPacking(m_sizes, m_room);
    m_base.assign(m_sizes.size(), 0);
    for (std::size_t at = 0; at < hosts.size(); ++at) {
        const ServiceFacts& facts = model.services[at];
        if (hosts[at] == Host::Kubernetes && facts.canBePod && !facts.rule.onEveryNode && !facts.hasOwnNodes) {
            addPods(at);
        }
    }
    std::ranges::stable_sort(m_following, {}, &Pods::activeFrom);
    m_allAsleep = m_wakes;
    for (std::size_t at = m_allAsleep.size(); at > 1; --at) {
        m_allAsleep[at - 2] = std::min(m_allAsleep[at - 2], m_allAsleep[at - 1]);
    }
}

void NodePlan::addPods(std::size_t service) {
    const ServiceFacts& facts = m_model.services[service];
    const std::size_t size = sizeOf(facts.rule);
    m_base[size] += leastPods(facts.rule);
    m_least.push_back({service, size, leastPods(facts.rule)});
    if (facts.rates.empty()) {
        return;
    }
    const double each = facts.rule.perRps();
    m_wakes.resize(facts.rates.size(), std::numeric_limits<double>::infinity());
    for (std::size_t hour = 0; hour < facts.rates.size(); ++hour) {
        m_wakes[hour] = std::min(m_wakes[hour], wakingFactor(facts.rates[hour], each, leastPods(facts.rule)));
    }
    m_following.push_back(podsOf(service, size));
}

std::size_t NodePlan::sizeOf(const ReplicaRule& rule) const {
    const auto size = std::ranges::find_if(m_sizes, [&rule](const PodGroup& group) {
        return group.cpuMillis == rule.cpuRequestMillis && group.memoryMib == rule.memoryMib;
    });
    return static_cast<std::size_t>(size - m_sizes.begin());
}

NodePlan::Pods NodePlan::podsOf(std::size_t service, std::size_t size) const {
    const ServiceFacts& facts = m_model.services[service];
    Pods pods{.service = service,
              .size = size,
              .least = leastPods(facts.rule),
              .activeFrom = std::numeric_limits<double>::infinity(),
              .demand = {.least = std::ceil(facts.rule.least), .copies = facts.rule.copies}};
    const double each = facts.rule.perRps();
    for (const Rate& rate : facts.rates) {
        pods.demand.scaled.push_back(rate.scaled * each / facts.rule.copies);
        pods.demand.fixed.push_back(rate.fixed * each / facts.rule.copies);
        pods.activeFrom = std::min(pods.activeFrom, wakingFactor(rate, each, pods.least));
    }
    return pods;
}

double NodePlan::unclearPods(const Pods& pods, std::size_t hourClass, const LoadFactor& x, double wanted) const {
    return wanted <= 0 ? 0 : exactCeiling(wanted, [&] {
        const ServiceFacts& facts = m_model.services[pods.service];
        const Exact exact = exactRateIn(m_model.hours[hourClass], facts.load->shares, facts.rule.busy, x.exact());
        return Exact(exact * facts.rule.exactPerRps() / exactOf(facts.rule.copies));
    });
}

double NodePlan::podsIn(const Pods& pods, std::size_t hourClass, const LoadFactor& x) const {
    const double wanted = pods.demand.scaled[hourClass] * x.value() + pods.demand.fixed[hourClass];
    const double clear = clearCeiling(wanted);
    const double ofCopy = clear > 0 ? clear : unclearPods(pods, hourClass, x, wanted);
    return std::max(pods.demand.least, ofCopy) * pods.demand.copies;
}

void NodePlan::countPods(std::size_t hourClass, const LoadFactor& x, std::vector<double>& counts, double& steps) const {
    counts = m_base;
    const double times = x.value();
    for (const Pods& pods : m_following) {
        if (pods.activeFrom > times) {
            break;
        }
        const double more = podsIn(pods, hourClass, x) - pods.least;
        counts[pods.size] += more;
        steps += more;
    }
}

void NodePlan::countWeek(const LoadFactor& x) {
    const double times = x.value();
    // Grows from the front to the back.
    const auto awake = std::ranges::upper_bound(m_allAsleep, times) - m_allAsleep.begin();
    m_week.restart(m_base, static_cast<std::size_t>(awake));
    for (const Pods& pods : m_following) {
        if (pods.activeFrom > times) {
            break;
        }
        if (!m_week.add(pods.size, pods.demand, times)) {
            continue;
        }
        for (std::size_t hour = 0; hour < m_week.hours(); ++hour) {
            if (m_week.isUnclear(hour)) {
                const double wanted = pods.demand.scaled[hour] * times + pods.demand.fixed[hour];
                m_week.correct(pods.size, pods.demand, hour, times, unclearPods(pods, hour, x, wanted));
            }
        }
    }
}

double NodePlan::nodesIn(std::size_t hourClass) {
    if (m_hours.size() > kMostPackings) {
        m_hours.clear();
        m_hourCounts.clear();
    }
    const auto [at, isNew] = m_hours.try_emplace(std::bit_cast<std::uint64_t>(m_week.hash(hourClass)));
    KnownHour& known = at->second;
    const std::size_t sizes = m_sizes.size();
    bool isKnown = !isNew;
    for (std::size_t size = 0; size < sizes && isKnown; ++size) {
        isKnown = m_hourCounts[known.counts + size] == m_week.count(size, hourClass);
    }
    if (isKnown) {
        return known.nodes;
    }
    if (isNew) {
        known.counts = m_hourCounts.size();
        m_hourCounts.resize(known.counts + sizes);
    }
    // Two hours that share a hash take turns.
    m_groups = m_sizes;
    for (std::size_t size = 0; size < sizes; ++size) {
        m_hourCounts[known.counts + size] = m_groups[size].count = m_week.count(size, hourClass);
    }
    // What wakes sleeping pods (DNS, KEDA) runs somewhere: a cluster keeps one node.
    known.nodes = std::max(1.0, packed(m_groups, m_room).nodes);
    return known.nodes;
}

std::size_t NodePlan::CountsHash::operator()(const std::vector<double>& counts) const {
    std::size_t hash = counts.size();
    for (const double count : counts) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(count)) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32;
    }
    return hash;
}

const Packing& NodePlan::packingOf(std::span<const double> counts) {
    if (m_packed.size() > kMostPackings) {
        m_packed.clear();
    }
    m_wanted.assign(counts.begin(), counts.end());
    const auto [at, isNew] = m_packed.try_emplace(m_wanted);
    if (isNew) {
        std::vector<PodGroup> groups = m_sizes;
        for (std::size_t size = 0; size < groups.size(); ++size) {
            groups[size].count = counts[size];
        }
        at->second = packed(groups, m_room);
        // What wakes sleeping pods (DNS, KEDA) runs somewhere: a cluster keeps one node.
        at->second.nodes = std::max(1.0, at->second.nodes);
        at->second.leastNodes = std::max(1.0, at->second.leastNodes);
    }
    return at->second;
}

double NodePlan::nodesOfWeek(const LoadFactor& x, double& steps) {
    if (m_model.cluster().nodes) {
        return std::ceil(std::max(0.0, *m_model.cluster().nodes)) * kHoursOfWeek;
    }
    const bool everyHour = m_model.cluster().autoscaled;
    const double times = x.value();
    const bool asleep = m_following.empty() || m_following.front().activeFrom > times;
    if (asleep) {
        return packingOf(m_base).nodes * kHoursOfWeek;
    }
    countWeek(x);
    steps += m_week.more();
    double nodes = 0;
    double week = 0;
    double peak = 0;
    const double least = packingOf(m_base).nodes;
    std::optional<std::size_t> former;
    for (std::size_t at = 0; at < m_model.hours.size(); ++at) {
        if (at >= m_week.hours() || m_wakes[at] > times) {
            week += least * m_model.hours[at].hours;
            peak = std::max(peak, least);
            continue;
        }
        if (!former || !m_week.isAlike(at, *former)) {
            nodes = nodesIn(at);
        }
        former = at;
        week += nodes * m_model.hours[at].hours;
        peak = std::max(peak, nodes);
    }
    return everyHour ? week : peak * kHoursOfWeek;
}

NodeNeed NodePlan::needAt(const LoadFactor& x) {
    NodeNeed need{.room = m_room};
    std::vector<double> counts;
    double steps = 0;
    for (std::size_t at = 0; at < m_model.hours.size(); ++at) {
        countPods(at, x, counts, steps);
        const Packing packing = packingOf(counts);
        need.meanNodes += packing.nodes * m_model.hours[at].hours / kHoursOfWeek;
        if (packing.nodes < need.peakNodes || (at > 0 && packing.nodes == need.peakNodes)) {
            continue;
        }
        need.peakNodes = packing.nodes;
        need.leastPeakNodes = packing.leastNodes;
        need.oversized = packing.oversized;
        need.peakPods = need.peakCpuMillis = need.peakMemoryMib = 0;
        for (std::size_t size = 0; size < counts.size(); ++size) {
            need.peakPods += counts[size];
            need.peakCpuMillis += counts[size] * m_sizes[size].cpuMillis;
            need.peakMemoryMib += counts[size] * m_sizes[size].memoryMib;
        }
    }
    return need;
}

std::size_t NodePlan::busiestHour(const LoadFactor& x) {
    std::vector<double> counts;
    double steps = 0;
    std::size_t busiest = 0;
    double most = -1;
    for (std::size_t at = 0; at < m_model.hours.size(); ++at) {
        countPods(at, x, counts, steps);
        if (const double nodes = packingOf(counts).nodes; nodes > most) {
            most = nodes;
            busiest = at;
        }
    }
    return busiest;
}

std::vector<PlacedNode> NodePlan::nodesAtPeak(const LoadFactor& x, std::size_t most) {
    const std::size_t hour = busiestHour(x);
    std::vector<double> counts;
    double steps = 0;
    countPods(hour, x, counts, steps);
    std::vector<PodGroup> groups = m_sizes;
    for (std::size_t size = 0; size < groups.size(); ++size) {
        groups[size].count = counts[size];
    }
    std::map<std::size_t, double> byLoad;
    for (const Pods& pods : m_following) {
        byLoad[pods.service] = podsIn(pods, hour, x);
    }
    std::map<std::size_t, std::size_t> sizeOfService;
    std::vector<std::deque<PlacedPods>> waiting(groups.size());
    for (const Least& least : m_least) {
        const auto follows = byLoad.find(least.service);
        const double count = follows == byLoad.end() ? least.count : follows->second;
        sizeOfService[least.service] = least.size;
        if (count > 0) {
            waiting[least.size].push_back({least.service, count, 0});
        }
    }
    std::vector<PlacedNode> nodes;
    for (const FilledNodes& alike : filledNodes(groups, m_room)) {
        for (double number = 0; number < alike.count && nodes.size() < most; ++number) {
            PlacedNode node{{}, alike.left};
            for (const PodCount& pods : alike.pods) {
                takeInTurn(waiting[pods.group], pods.count, node.pods);
            }
            showShares(node, sizeOfService, groups, m_room);
            nodes.push_back(std::move(node));
        }
    }
    return nodes;
}

}  // namespace tideline
