// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/place_totals.h"

#include <QCoreApplication>
#include <algorithm>

namespace tideline {

namespace {

/// Lines of nobody that are there because a cluster is.
constexpr std::array<std::string_view, 10> kClusterCategories{"control-plane", "nodes",   "disks",     "auto-mode",
                                                              "load-balancer", "lcu",     "nat-hours", "nat-data",
                                                              "ipv4",          "cross-az"};

bool standsInBus(const BillLine& line, const Design& design) {
    const Service* service = design.services.find(*line.service);
    const auto zone =
        service == nullptr ? design.zones.end() : std::ranges::find(design.zones, service->zone, &Zone::id);
    return zone != design.zones.end() && zone->type == "bus";
}

}  // namespace

QString titleOf(Place place) {
    constexpr std::array titles{"Kubernetes core", "Functions",        "Wasm at the edge",
                                "Event bus",       "Managed services", "Everything else"};
    return QCoreApplication::translate("tideline", titles[static_cast<std::size_t>(place)]);
}

Place placeOf(const BillLine& line, const Design& design) {
    if (line.service && line.service->text == design.settings.bus.service) {
        return Place::Bus;
    }
    if (!line.host) {
        return std::ranges::find(kClusterCategories, line.category) != kClusterCategories.end() ? Place::Core
                                                                                                : Place::Other;
    }
    switch (*line.host) {
    case Host::Kubernetes: return Place::Core;
    case Host::Function: return Place::Functions;
    case Host::Wasm: return Place::Wasm;
    case Host::Managed: return line.service && standsInBus(line, design) ? Place::Bus : Place::Managed;
    }
    return Place::Other;
}

PlaceTotals placeTotals(const Bill& bill, const Design& design) {
    PlaceTotals totals;
    for (const BillLine& line : bill.lines) {
        totals.monthly[static_cast<std::size_t>(placeOf(line, design))] += line.monthly;
    }
    return totals;
}

}  // namespace tideline
