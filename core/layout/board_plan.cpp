// SPDX-License-Identifier: Apache-2.0
#include "core/layout/board_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace tideline {

namespace {

constexpr double kLeastHeight = 512;
constexpr double kWasmLeast = kWasmHead + kCardHeight + kWasmPadding;

/// Outline of the services of a lane; empty ones have no extent.
struct Extent {
    double left = std::numeric_limits<double>::max(), top = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest(), bottom = std::numeric_limits<double>::lowest();
    bool empty() const { return right < left; }
    void add(const Area& area) {
        left = std::min(left, area.x);
        top = std::min(top, area.y);
        right = std::max(right, area.right());
        bottom = std::max(bottom, area.bottom());
    }
};

struct LaneExtents {
    Extent all, plain, wasm;
};

std::map<ZoneId, LaneExtents> extentsOf(const Design& design, std::span<const Zone> lanes) {
    std::map<ZoneId, LaneExtents> extents;
    for (const Service& service : design.services) {
        const Spot* spot = design.layout.find(service.id);
        if (spot == nullptr) {
            continue;
        }
        const ZoneId zone = laneOf(service, design, lanes);
        const auto lane = std::ranges::find(lanes, zone, &Zone::id);
        if (lane == lanes.end()) {
            continue;
        }
        const Area place = placeOf(*spot, columnOf(*lane), 0);
        LaneExtents& own = extents[zone];
        own.all.add(place);
        const bool isComponent = service.host == Host::Wasm && lane->type == "functions";
        (isComponent ? own.wasm : own.plain).add(place);
    }
    return extents;
}

double topicsBottom(const Design& design) {
    double bottom = 0;
    for (const Topic& topic : design.topics) {
        bottom = std::max(bottom, topic.y + kPillHeight);
    }
    return bottom;
}

std::optional<Area> wasmArea(const LaneArea& lane, const LaneExtents& extents) {
    if (lane.zone.type != "functions") {
        return std::nullopt;
    }
    const double x = lane.area.x + kLanePadding / 2;
    const double width = lane.area.width - kLanePadding;
    if (extents.wasm.empty()) {
        return Area{x, lane.contentBottom + kLanePadding, width, kWasmLeast};
    }
    const double top = extents.wasm.top - kWasmHead;
    return Area{x, top, width, std::max(kWasmLeast, extents.wasm.bottom + kWasmPadding - top)};
}

/// Stands the lane below `top` and gives it the height that its services need.
void stand(LaneArea& lane, const LaneExtents& extents, double top, double foot) {
    const double head = extents.all.empty() || top == 0 ? top : std::max(top, extents.all.top - kLaneHead);
    lane.area.y = head;
    const double plain = extents.plain.empty() ? head + kLaneHead : extents.plain.bottom;
    lane.contentBottom = std::max(plain, head + kLaneHead);
    lane.wasm = wasmArea(lane, extents);
    double bottom = lane.contentBottom + kLanePadding + (lane.zone.type == "cluster" ? foot : 0);
    if (lane.wasm) {
        bottom = std::max(bottom, lane.wasm->bottom() + kLanePadding / 2);
    }
    lane.area.height = bottom - head;
}

bool isShown(const Zone& zone, const LaneExtents& extents) {
    return zone.type != "external" || !extents.all.empty();
}

}  // namespace

const LaneArea* BoardPlan::find(const ZoneId& zone) const {
    const auto at = std::ranges::find_if(lanes, [&](const LaneArea& lane) { return lane.zone.id == zone; });
    return at == lanes.end() ? nullptr : &*at;
}

const LaneArea* BoardPlan::at(double x, double y) const {
    const auto at = std::ranges::find_if(lanes, [&](const LaneArea& lane) { return lane.area.contains(x, y); });
    return at == lanes.end() ? nullptr : &*at;
}

Area placeOf(const Spot& spot, LaneColumn column, double busX) {
    if (column == LaneColumn::Bus) {
        return {busX + (kBusWidth - kBusBoxWidth) / 2, spot.y, kBusBoxWidth, kBusBoxHeight};
    }
    return {spot.x, spot.y, kCardWidth, kCardHeight};
}

BoardPlan planOf(const Design& design, double footHeight) {
    const std::vector<Zone> zones = lanesOf(design);
    std::map<ZoneId, LaneExtents> extents = extentsOf(design, zones);
    BoardPlan plan;
    std::array<double, 3> widths{kLaneWidth, kBusWidth, kLaneWidth};
    for (const Zone& zone : zones) {
        if (columnOf(zone) == LaneColumn::Core && !extents[zone.id].all.empty()) {
            widths[0] = std::max(widths[0], extents[zone.id].all.right + kLanePadding);
        }
    }
    const double edgeX = widths[0] + widths[1];
    for (const Zone& zone : zones) {
        if (columnOf(zone) == LaneColumn::Edge && !extents[zone.id].all.empty()) {
            widths[2] = std::max(widths[2], extents[zone.id].all.right + kLanePadding - edgeX);
        }
    }
    const std::array<double, 3> lefts{0, widths[0], edgeX};
    std::array<double, 3> bottoms{0, 0, 0};
    std::array<int, 3> last{-1, -1, -1};
    for (const Zone& zone : zones) {
        if (!isShown(zone, extents[zone.id])) {
            continue;
        }
        const auto column = static_cast<std::size_t>(columnOf(zone));
        LaneArea lane{zone, columnOf(zone), {lefts[column], 0, widths[column], 0}, {}, 0};
        stand(lane, extents[zone.id], last[column] < 0 ? 0 : bottoms[column] + kLaneGap, footHeight);
        bottoms[column] = lane.area.bottom();
        last[column] = static_cast<int>(plan.lanes.size());
        plan.lanes.push_back(std::move(lane));
    }
    plan.width = edgeX + widths[2];
    plan.height = std::max({kLeastHeight, bottoms[0], bottoms[1], bottoms[2], topicsBottom(design) + kLanePadding});
    plan.height = std::ceil(plan.height / 4) * 4;
    for (const int index : last) {
        if (index >= 0) {
            LaneArea& lane = plan.lanes[static_cast<std::size_t>(index)];
            lane.area.height = plan.height - lane.area.y;
            if (lane.wasm && extents[lane.zone.id].wasm.empty()) {
                // An empty sub-zone waits at the foot of its lane, out of the way of the next functions.
                lane.wasm->y = lane.area.bottom() - kLanePadding / 2 - lane.wasm->height;
            }
        }
    }
    return plan;
}

}  // namespace tideline
