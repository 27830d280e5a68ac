// SPDX-License-Identifier: Apache-2.0
// What changes how many nodes a design needs: a service more or less, and more load.
#include "core/cost/node_plan.h"

#include <algorithm>

namespace tideline {

void NodePlan::countDrawnWeek() {
    const LoadFactor drawn{};
    countWeek(drawn);
    for (std::size_t hour = 0; hour < m_model.hours.size(); ++hour) {
        std::vector<double>& counts = m_drawnWeek.emplace_back(m_base);
        const bool isAwake = hour < m_week.hours() && m_wakes[hour] <= drawn.value();
        for (std::size_t size = 0; isAwake && size < counts.size(); ++size) {
            counts[size] = m_week.count(size, hour);
        }
    }
}

double NodePlan::weekOf(const std::function<double(std::size_t hourClass)>& nodesInHour) const {
    double week = 0;
    double peak = 0;
    for (std::size_t hour = 0; hour < m_model.hours.size(); ++hour) {
        const double nodes = nodesInHour(hour);
        week += nodes * m_model.hours[hour].hours;
        peak = std::max(peak, nodes);
    }
    return m_model.cluster().autoscaled ? week : peak * kHoursOfWeek;
}

std::optional<double> NodePlan::nodesOfWeekChangedBy(std::size_t service, double times) {
    const ServiceFacts& facts = m_model.services[service];
    const std::size_t size = sizeOf(facts.rule);
    double steps = 0;
    if (m_model.cluster().nodes || facts.hasOwnNodes) {
        return nodesOfWeek({}, steps);
    }
    if (facts.rule.onEveryNode || m_model.hours.empty()) {
        return std::nullopt;
    }
    if (size == m_sizes.size()) {
        return times > 0 ? std::optional(nodesOfWeekWithNew(service)) : std::nullopt;
    }
    if (m_drawnWeek.empty()) {
        countDrawnWeek();
    }
    const LoadFactor drawn{};
    const Pods pods = podsOf(service, size);
    const bool follows = !facts.rates.empty() && pods.activeFrom <= drawn.value();
    std::vector<double> counts;
    return weekOf([&](std::size_t hour) {
        counts = m_drawnWeek[hour];
        counts[size] += times * (follows ? podsIn(pods, hour, drawn) : pods.least);
        return packingOf(counts).nodes;
    });
}

double NodePlan::nodesOfWeekWithNew(std::size_t service) {
    if (m_drawnWeek.empty()) {
        countDrawnWeek();
    }
    const LoadFactor drawn{};
    const ReplicaRule& rule = m_model.services[service].rule;
    const Pods pods = podsOf(service, m_sizes.size());
    const bool follows = !m_model.services[service].rates.empty() && pods.activeFrom <= drawn.value();
    return weekOf([&](std::size_t hour) {
        std::vector<PodGroup> groups = m_sizes;
        for (std::size_t size = 0; size < groups.size(); ++size) {
            groups[size].count = m_drawnWeek[hour][size];
        }
        groups.push_back({rule.cpuRequestMillis, rule.memoryMib, follows ? podsIn(pods, hour, drawn) : pods.least});
        sortForPacking(groups, m_room);
        return std::max(1.0, packed(groups, m_room).nodes);
    });
}

double NodePlan::peakNodes(const LoadFactor& x) {
    countWeek(x);
    double peak = m_week.hours() < m_model.hours.size() ? packingOf(m_base).nodes : 0;
    for (std::size_t at = 0; at < m_week.hours(); ++at) {
        if (at == 0 || !m_week.isAlike(at, at - 1)) {
            peak = std::max(peak, nodesIn(at));
        }
    }
    return peak;
}

std::optional<double> NodePlan::nextNodeAt(const LoadFactor& x, double mostTimes) {
    constexpr double kWithin = 1e-3;
    const double now = peakNodes(x);
    const auto nodesAt = [&](double times) { return peakNodes(LoadFactor(x.value() * times, 1)); };
    double enough = 2;
    while (enough < mostTimes && nodesAt(enough) <= now) {
        enough *= 2;
    }
    double low = enough / 2;
    double high = std::min(enough, mostTimes);
    if (nodesAt(high) <= now) {
        return std::nullopt;
    }
    while (high - low > kWithin * low) {
        const double middle = (low + high) / 2;
        (nodesAt(middle) > now ? high : low) = middle;
    }
    return high;
}

}  // namespace tideline
