// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"
#include "core/traffic/flow.h"

namespace tideline {

/// What one service needs to carry its load where it is placed (domain.md 4).
struct Capacity {
    double rate = 0;              ///< requests a second it is sized for
    bool sizedForHour = false;    ///< behind a channel: the busiest hour, else the busiest minute
    double byCpu = 0, bySlots = 0;
    double least = 0, most = 0;   ///< replicas allowed; most 0 = no limit given
    double replicasAtPeak = 0;    ///< needed, not limited
    double replicas = 0;          ///< within least and most; 0 off Kubernetes
    double meanReplicas = 0;      ///< over the 168 hours
    double concurrent = 0;        ///< requests at once at the peak (functions)
};

Capacity capacityOf(const ServiceProfile& profile, const ServiceLoad& load, bool behindChannel);

}  // namespace tideline
