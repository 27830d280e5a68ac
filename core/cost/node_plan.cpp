// SPDX-License-Identifier: Apache-2.0
#include "core/cost/node_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tideline {

namespace {

/// Allocatable room of an m7g.large, for node prices that do not state theirs.
constexpr NodeRoom kAssumedRoom{1930, 6844, 29};

constexpr std::size_t kMostPackings = 20'000;

/// Pods with graphics cards have nodes of their own, which their services pay.
bool hasOwnNodes(const CostModel& model, const ServiceFacts& facts) {
    return facts.profile->number("gpus") > 0 && !gpuNodePrice(model.cluster(), *facts.profile).empty();
}

double leastPods(const ReplicaRule& rule) {
    return (rule.fixed >= 0 ? rule.fixed : std::ceil(rule.least)) * rule.copies;
}

/// Where the busiest hour needs more than `least` for the first time, a little early so that rounding cannot miss it.
double wakingFactor(const std::vector<Rate>& rates, double each, double least) {
    double earliest = std::numeric_limits<double>::infinity();
    for (const Rate& rate : rates) {
        const double room = least - rate.fixed * each;
        if (room <= 1e-6 && (rate.fixed > 0 || rate.scaled > 0)) {
            return 0;
        }
        if (rate.scaled > 0) {
            earliest = std::min(earliest, room / (rate.scaled * each));
        }
    }
    return earliest * (1 - 1e-6);
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
        if (hosts[at] != Host::Kubernetes || facts.profile->kind->hosting(Host::Kubernetes) == nullptr) {
            continue;
        }
        m_hasPods = true;
        if (hasOwnNodes(model, facts)) {
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
        if (hosts[at] == Host::Kubernetes && model.services[at].profile->kind->hosting(Host::Kubernetes) != nullptr &&
            !model.services[at].rule.onEveryNode && !hasOwnNodes(model, model.services[at])) {
            addPods(model.services[at]);
        }
    }
    std::ranges::stable_sort(m_following, {}, &Pods::activeFrom);
}

void NodePlan::addPods(const ServiceFacts& facts) {
    const auto size = std::ranges::find_if(m_sizes, [&facts](const PodGroup& group) {
        return group.cpuMillis == facts.rule.cpuRequestMillis && group.memoryMib == facts.rule.memoryMib;
    });
    const auto position = static_cast<std::size_t>(size - m_sizes.begin());
    m_base[position] += leastPods(facts.rule);
    if (!facts.rule.followsLoad() || facts.load->shares.empty()) {
        return;
    }
    Pods pods{.facts = &facts,
              .size = position,
              .least = leastPods(facts.rule),
              .each = facts.rule.perRps(),
              .activeFrom = 0,
              .rates = {}};
    for (const HourClass& hours : m_model.hours) {
        pods.rates.push_back(rateIn(hours, facts.load->shares, facts.rule.busy));
    }
    pods.activeFrom = wakingFactor(pods.rates, pods.each, pods.least);
    m_following.push_back(std::move(pods));
}

double NodePlan::podsIn(const Pods& pods, std::size_t hourClass, const LoadFactor& x) const {
    const ServiceFacts& facts = *pods.facts;
    return replicasFor(facts.rule, pods.rates[hourClass].at(x.value()), [&] {
        return exactRateIn(m_model.hours[hourClass], facts.load->shares, facts.rule.busy, x.exact());
    });
}

void NodePlan::countPods(std::size_t hourClass, const LoadFactor& x, std::vector<double>& counts, double& steps) const {
    counts = m_base;
    for (const Pods& pods : m_following) {
        if (pods.activeFrom > x.value()) {
            break;
        }
        const double more = podsIn(pods, hourClass, x) - pods.least;
        counts[pods.size] += more;
        steps += more;
    }
}

const Packing& NodePlan::packingOf(const std::vector<double>& counts) {
    if (m_packed.size() > kMostPackings) {
        m_packed.clear();
    }
    const auto [at, isNew] = m_packed.try_emplace(counts);
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
    const bool asleep = m_following.empty() || m_following.front().activeFrom > x.value();
    if (asleep) {
        return packingOf(m_base).nodes * kHoursOfWeek;
    }
    std::vector<double> counts;
    double week = 0;
    double peak = 0;
    for (std::size_t at = 0; at < m_model.hours.size(); ++at) {
        countPods(at, x, counts, steps);
        const double nodes = packingOf(counts).nodes;
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

}  // namespace tideline
