// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/capacity/node_packing.h"
#include "core/capacity/replica_rule.h"
#include "core/cost/pod_week.h"
#include "core/cost/usage.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>

namespace tideline {

/// Nodes at the drawn load or another, with the proof that fewer could not do.
struct NodeNeed {
    double meanNodes = 0;        ///< over the hours of the week
    double peakNodes = 0;        ///< of the busiest hour
    double leastPeakNodes = 0;   ///< no packing of that hour needs fewer
    double peakPods = 0, peakCpuMillis = 0, peakMemoryMib = 0;  ///< what the pods of that hour ask for
    double oversized = 0;        ///< pods that no node can hold
    NodeRoom room;               ///< of one node, daemons taken off
};

/// Pods of one service on one node.
struct PlacedPods {
    std::size_t service = 0;  ///< position in CostModel::services
    double count = 0;
    double share = 0;  ///< of the node's room for pods, that one of them takes of the scarcer of CPU and memory
};

struct PlacedNode {
    std::vector<PlacedPods> pods;
    NodeRoom left;
};

/// The nodes that hold all pods of a design, as a function of the load: for each hour of the week the pods that the
/// services need, packed by first fit of the biggest first (domain.md 4). Not safe for two threads at once: it keeps
/// what it packed.
class NodePlan {
public:
    NodePlan(const CostModel& model, const Hosts& hosts);

    bool hasPods() const { return !m_pods.empty(); }
    /// False where the node's price says nothing about its room, so that an m7g.large is assumed.
    bool knowsItsRoom() const { return m_knowsItsRoom; }
    /// Of the same model: the same services are pods, so that both count the same nodes at every load.
    bool hasSamePods(const NodePlan& other) const { return m_pods == other.m_pods; }

    /// Nodes summed over the 168 hours of the week: whole, as the cluster is billed (fixed number, each hour, or the
    /// peak all the time). Counts the pods into `steps`.
    double nodesOfWeek(const LoadFactor& x, double& steps);
    /// The same at the drawn load with the pods of a service more (`times` = 1) or less (-1). Nothing where all has to be
    /// counted anew: it runs on every node, or nothing else has pods of its size.
    std::optional<double> nodesOfWeekChangedBy(std::size_t service, double times);
    NodeNeed needAt(const LoadFactor& x);
    /// The first `most` nodes of the busiest hour with what stands on them. Pods of one size are alike: which service
    /// they belong to is given out in turn, so that replicas of one service stand on different nodes where they can.
    std::vector<PlacedNode> nodesAtPeak(const LoadFactor& x, std::size_t most);
    /// The least number of times the load `x` at which the busiest hour needs a node more, within a thousandth; nothing
    /// up to `mostTimes`.
    std::optional<double> nextNodeAt(const LoadFactor& x, double mostTimes);

private:
    struct Pods {
        std::size_t service;
        std::size_t size;  ///< position in m_sizes
        double least;  ///< pods below which it never falls, all copies
        double activeFrom;  ///< load factor below which every hour has `least`
        PodDemand demand;
    };

    void addPods(std::size_t service);
    std::size_t sizeOf(const ReplicaRule& rule) const;  ///< position in m_sizes; their number where there is none
    Pods podsOf(std::size_t service, std::size_t size) const;  ///< of a service that follows the load
    void countDrawnWeek();
    /// Summed over the hours, or the peak all the time, as the cluster is billed.
    double weekOf(const std::function<double(std::size_t hourClass)>& nodesInHour) const;
    /// With pods of a size that nothing else has.
    double nodesOfWeekWithNew(std::size_t service);
    std::size_t busiestHour(const LoadFactor& x);
    double peakNodes(const LoadFactor& x);
    double podsIn(const Pods& pods, std::size_t hourClass, const LoadFactor& x) const;
    const Packing& packingOf(std::span<const double> counts);
    /// Of one copy, where floating point cannot tell.
    double unclearPods(const Pods& pods, std::size_t hourClass, const LoadFactor& x, double wanted) const;
    /// Pods of each size, into m_week: for the first hour classes, as many as have one where a service wakes.
    void countWeek(const LoadFactor& x);
    double nodesIn(std::size_t hourClass);  ///< of m_week
    void countPods(std::size_t hourClass, const LoadFactor& x, std::vector<double>& counts, double& steps) const;

    const CostModel& m_model;
    NodeRoom m_room;
    std::vector<std::size_t> m_pods;  ///< services
    bool m_knowsItsRoom = false;
    std::vector<PodGroup> m_sizes;  ///< distinct sizes, sorted for packing
    struct Least {
        std::size_t service, size;
        double count;
    };
    std::vector<Least> m_least;  ///< pods that every service has at any load
    std::vector<double> m_base;  ///< pods of each size where every service has its least
    std::vector<Pods> m_following;  ///< services that follow the load, those that wake first in front
    std::vector<double> m_wakes;  ///< by hour class: the load factor below which every service has its least
    std::vector<double> m_allAsleep;  ///< the same for this hour class and all behind it
    PodWeek m_week;
    std::vector<std::vector<double>> m_drawnWeek;  ///< pods of each size by hour class, once they are asked for
    struct KnownHour {
        std::size_t counts = 0;  ///< where they begin in m_hourCounts
        double nodes = 0;
    };
    std::unordered_map<std::uint64_t, KnownHour> m_hours;  ///< nodes of hours, by their hash; for look-ups only
    std::vector<PodGroup> m_groups;  ///< of the hour that was packed last
    std::vector<double> m_hourCounts;  ///< of the known hours, in a row
    struct CountsHash {
        std::size_t operator()(const std::vector<double>& counts) const;
    };
    std::unordered_map<std::vector<double>, Packing, CountsHash> m_packed;  ///< for look-ups only
    std::vector<double> m_wanted;  ///< what was looked up last
};

}  // namespace tideline
