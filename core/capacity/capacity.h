// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/capacity/replica_rule.h"

#include <span>

namespace tideline {

/// What one service needs to carry its drawn load where it is placed (domain.md 4).
struct Capacity {
    double rate = 0;              ///< requests a second it is sized for
    bool sizedForHour = false;    ///< behind a channel: the busiest hour, else the busiest minute
    double byCpu = 0, bySlots = 0;  ///< pods by each of the two formulas, rounded up
    double least = 0, most = 0;   ///< replicas allowed; most 0 = no limit given
    double replicasAtPeak = 0;    ///< needed, not limited: what the bill is for
    double replicas = 0;          ///< within least and most; 0 off Kubernetes
    double meanReplicas = 0;      ///< needed, over the 168 hours
    double concurrent = 0;        ///< requests at once at the peak (functions)
    /// Pods at the peak at which an autoscaler leaves things as they are: its tolerance is a tenth of the target.
    double fewestAtPeak = 0, mostAtPeak = 0;
    double partitions = 0;        ///< of the stream that it reads; no more pods than that are ever at work. 0 = none
    double partitionsNeeded = 0;  ///< so that readers keep up with the rate
    double openSessions = 0;      ///< mean of the month, where the service holds sessions (field sessionMinutes)
    double openSessionsAtPeak = 0;  ///< in the busiest hour
};

/// Nothing of Kubernetes is set for services elsewhere.
Capacity capacityOf(const ServiceProfile& profile, const ServiceLoad& load, const ReplicaRule& rule,
                    std::span<const HourClass> hours);

}  // namespace tideline
