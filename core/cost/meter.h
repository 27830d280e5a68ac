// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_model.h"

#include <span>

namespace tideline {

/// What a meter is read from: one service on one host.
struct MeterReading {
    const CostModel& model;
    const ServiceFacts& facts;
    Host host;
};

/// Something that is counted for the bill (vocabulary.meters). The units are the sum of the measures.
struct Meter {
    std::string_view key, unit;
    std::vector<Measure> (*measures)(const MeterReading&);
    /// Counted once for the cluster or the account, in core/cost/cluster_usages; `measures` is null then.
    bool ofTheCluster() const { return measures == nullptr; }
};

std::span<const Meter> meters();
/// Null where there is no such meter.
const Meter* findMeterRow(std::string_view key);

}  // namespace tideline
