// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/capacity/replica_rule.h"
#include "core/catalog/host_possibility.h"
#include "core/cost/measure.h"
#include "core/pricing/price_book.h"

#include <array>
#include <map>
#include <memory>
#include <unordered_map>

namespace tideline {

/// All that meters and shared lines ask about one service, wherever it is placed.
struct ServiceFacts {
    const ServiceProfile* profile = nullptr;  ///< never null
    const ServiceLoad* load = nullptr;        ///< never null
    Amount requests;                          ///< N_s
    Amount fromUsers;  ///< the part that comes straight from outside; all of it where only the field `exposure` says so
    const std::vector<LoadShare>* userShares = nullptr;  ///< what `fromUsers` is made of; in the flow
    Amount sessions;  ///< the part that opens connections: from outside and by synchronous calls
    ReplicaRule rule;
    Exposure exposure = Exposure::Private;
    std::vector<Rate>
        rates;  ///< by hour of the model, as busy as the rule asks; none where pods do not follow the load
    bool canBePod = false;  ///< its kind runs on Kubernetes
    bool hasOwnNodes = false;  ///< its pods have graphics cards, on nodes that it pays for
    bool asksFromVpc = false;  ///< as a function it reaches the internet through a NAT gateway
    std::array<bool, 4> sharesLines{};  ///< by host: its kind names lines there that services of the account share
    bool hearsChannel = false;  ///< a channel sends to it
    double partitions = 1;  ///< of the topic of Kafka that it hears: each is read in batches of its own
    std::optional<std::size_t> stream;  ///< that it hears, by position: its shards are read in batches of their own
    double receivers = 0;  ///< connections that go out
    std::vector<std::size_t> calls;  ///< out and in, by position in CostModel::calls; one to itself once
};

/// A connection between two services of known kinds, by position.
struct CallFacts {
    std::size_t from = 0, to = 0;
    const Connection* connection = nullptr;
    Exact perRequest;
    double kilobytesEach = 0;  ///< that one call carries; an event has no answer
    Amount kilobytes;  ///< a month
};

/// Positions in PriceBook::prices by key, for look-ups only. Points to the keys of the book that it was made of.
using PriceIndex = std::unordered_map<std::string_view, std::size_t>;
std::shared_ptr<const PriceIndex> indexOf(const PriceBook& prices);

/// What every bill of one design shares, whatever its hosts and its load: made once per change, read by the bill, the
/// curves and the options. Everything that it is made from must outlive it.
struct CostModel {
    const Design* design = nullptr;
    const ResolvedDesign* resolved = nullptr;
    const PriceBook* prices = nullptr;
    const PriceBook* listPrices = nullptr;  ///< without the discounts of the design, in the same order
    double drawnRequests = 0;  ///< N of the drawn traffic
    std::vector<HourClass> hours;  ///< of the week
    HourClass meanHour;  ///< every profile at its mean
    std::vector<ServiceFacts> services;  ///< in the order of resolved->services
    std::vector<CallFacts> calls;
    /// Few of many, by position: a bill with one service moved asks for them again and again.
    std::vector<std::size_t> outsideCalls;  ///< calls to services of the role external
    std::vector<std::size_t> vpcAskers;  ///< services that ask from the VPC as functions
    std::vector<std::size_t> openPods;  ///< services that are public and can be pods
    std::vector<std::size_t> ownNodePods;  ///< services whose pods have nodes of their own
    std::shared_ptr<const PriceIndex> priceAt;

    const Price* price(std::string_view key) const;
    /// The price where it is for that unit: settings may name any price of the book for a node.
    const Price* priceIn(std::string_view key, std::string_view unit) const;
    const Price* listPrice(std::string_view key) const;
    bool isOff(std::string_view categoryOrService) const;
    const ClusterSettings& cluster() const { return design->settings.cluster; }
};

/// `prices` are those that are billed, `listPrices` the same before discounts; both may be one book. `priceAt` is the
/// index of it, or of a book with the same keys in the same order.
CostModel costModelOf(const Design& design, const ResolvedDesign& resolved, const Flow& flow, const PriceBook& prices,
                      const PriceBook& listPrices, std::shared_ptr<const PriceIndex> priceAt);

/// Services of the role job, for the flow.
std::vector<JobRuns> jobsOf(const ResolvedDesign& resolved);

}  // namespace tideline
