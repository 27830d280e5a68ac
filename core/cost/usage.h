// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/meter.h"

#include <optional>
#include <vector>

namespace tideline {

/// So many units of one price, used by a service or by nobody, as a function of the load. Titles and keys live in the
/// catalogue or in the program.
using Measures = std::vector<Measure>;

struct Usage {
    /// Where the units come from. The nodes of a cluster are counted over all pods at once, in NodePlan.
    enum class Source { Metered, NodeHours, NodeDisks, NodeCost };

    std::optional<std::size_t> service;  ///< position in CostModel::services; absent: nobody's own
    std::string_view title, category;
    const Meter* meter = nullptr;  ///< never null
    std::string priceKey;          ///< the one that is used, after the choice by architecture
    const Price* price = nullptr;  ///< null where the book does not have it
    Source source = Source::Metered;
    Measures measures;
    std::string_view titleSuffix;  ///< replaces the bracket of the title, "(x86_64)"; empty = as it is
};

/// False for what stands in somebody's contract, and for a key that no book has.
bool hasPrice(const Usage& usage);

using Usages = std::vector<Usage>;
using Hosts = std::vector<Host>;  ///< of each service, by position in CostModel::services

/// The service's own lines on `host`, in the order of its kind, without those that are switched off. Nothing where the
/// kind does not offer the host.
Usages serviceUsages(const CostModel& model, std::size_t service, Host host);

/// A line of a kind that all services of the account share, beside those of the cluster.
bool isSharedLine(const CostSpec& cost);
/// Lines that services share without a part of the cluster ("Plan"), once each.
Usages sharedUsages(const CostModel& model, const Hosts& hosts);
/// The same where no others than `services`, in their order, have such a line.
Usages sharedUsages(const CostModel& model, const Hosts& hosts, const std::vector<std::size_t>& services);
/// The first two services of each shared line: whichever one service moves, they and it have all lines of everybody.
std::vector<std::size_t> firstSharers(const CostModel& model, const Hosts& hosts);

/// "aws.lambda.gb-seconds.arm64" for a service of x86_64 is "aws.lambda.gb-seconds.x86" (decisions.md 5), and
/// "aws.lambda.spillover-gb-seconds.x86" if it keeps slots warm: free amounts do not cover its calls.
std::string priceKeyFor(const CostSpec& cost, const ServiceProfile& profile, const ClusterSettings& cluster);

}  // namespace tideline
