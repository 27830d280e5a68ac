// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/design/host.h"
#include "core/pricing/price_book.h"

#include <optional>
#include <string>
#include <vector>

namespace tideline {

/// One line of a printed bill.
struct BillLine {
    std::string key;                   ///< "<service id or category>/<meter>[/<price tier>]"
    std::optional<ServiceId> service;  ///< absent: a line of the cluster or account, nobody's own
    std::optional<Host> host;          ///< of the service
    std::string category;  ///< control-plane, nodes, ..., logs, traces, front-door, transfer, else service
    std::string title, meter;
    std::string price;  ///< key of the price; empty: set by hand
    Exact units;
    std::string unit;
    Exact exact;  ///< dollars a month, unrounded, its share of the account-wide price
    Money monthly;  ///< rounded once; lines add up to the total exactly
    PriceSource source;
    std::string arithmetic;  ///< the formula with the inputs filled in: "100,000 x 200 ms x 256 MB / 1,024"
    std::string note;  ///< whose price it is where a book of your own, or a discount, changed it
    std::optional<std::string> dependsOn;  ///< no price is known: what it depends on; monthly is 0 then
};

struct ServiceTotal {
    ServiceId id;
    std::string name;
    Host host = Host::Kubernetes;
    Money monthly;
};

struct Bill {
    double requestsPerMonth = 0;
    std::string currency = "USD";
    double hoursPerMonth = 730;
    std::vector<BillLine> lines;  ///< services in id order with their lines in the order of the kind, then shared lines
    Money monthly;  ///< sum of the lines
    Exact exact;  ///< before rounding
    std::vector<ServiceTotal> byService;  ///< id order; own lines only
    std::vector<std::pair<Host, Money>> byHost;  ///< own lines of the services on it; only hosts in use
    Money shared;  ///< lines of nobody
};

/// Own lines of a service; nothing where the bill does not have it.
Money ownMoney(const Bill& bill, const ServiceId& service);

}  // namespace tideline
