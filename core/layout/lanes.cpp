// SPDX-License-Identifier: Apache-2.0
#include "core/layout/lanes.h"

#include <array>
#include <string_view>

namespace tideline {

namespace {

/// Types of lanes that take a host, the fitting one first.
std::span<const std::string_view> lanesFor(Host host) {
    static constexpr std::array<std::string_view, 2> kKubernetes{"cluster", "edge-site"};
    static constexpr std::array<std::string_view, 1> kFunction{"functions"};
    static constexpr std::array<std::string_view, 3> kWasm{"wasm", "edge-site", "functions"};
    static constexpr std::array<std::string_view, 2> kManaged{"cluster", "functions"};
    switch (host) {
    case Host::Kubernetes: return kKubernetes;
    case Host::Function: return kFunction;
    case Host::Wasm: return kWasm;
    case Host::Managed: return kManaged;
    }
    return {};
}

}  // namespace

LaneColumn columnOf(const Zone& zone) {
    if (zone.type == "bus") {
        return LaneColumn::Bus;
    }
    return zone.type == "cluster" || zone.type == "edge-site" ? LaneColumn::Core : LaneColumn::Edge;
}

std::vector<Zone> lanesOf(const Design& design) {
    if (!design.zones.empty()) {
        return design.zones;
    }
    return {{ZoneId{"kubernetes-core"}, "Kubernetes core", "cluster", 1, {}},
            {ZoneId{"bus"}, "Event bus", "bus", 1, {}},
            {ZoneId{"serverless-edge"}, "Serverless edge", "functions", 1, {}}};
}

ZoneId laneOf(const Service& service, const Design& design, std::span<const Zone> lanes) {
    const auto firstOf = [&](std::string_view type) -> const Zone* {
        const auto at = std::ranges::find(lanes, type, &Zone::type);
        return at == lanes.end() ? nullptr : &*at;
    };
    if (std::ranges::find(lanes, service.zone, &Zone::id) != lanes.end()) {
        return service.zone;
    }
    if (!design.settings.bus.service.empty() && design.settings.bus.service == service.id.text) {
        if (const Zone* bus = firstOf("bus")) {
            return bus->id;
        }
    }
    for (const std::string_view type : lanesFor(service.host)) {
        if (const Zone* lane = firstOf(type)) {
            return lane->id;
        }
    }
    return lanes.empty() ? ZoneId{} : lanes.front().id;
}

}  // namespace tideline
