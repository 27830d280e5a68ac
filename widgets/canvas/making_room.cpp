// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/making_room.h"

#include "core/layout/auto_layout.h"

#include <algorithm>

namespace tideline {

namespace {

QRectF rectOf(const Placement& placement, const LaneArea& lane) {
    const Area area = placeOf(*placement.spot, lane.column, lane.area.x);
    return {area.x, area.y, area.width, area.height};
}

/// Cards that touch do not overlap.
bool overlap(const QRectF& a, const QRectF& b) {
    return a.adjusted(1, 1, -1, -1).intersects(b);
}

/// The design as it is while the moved services are in the hand.
Design withoutSpotsOf(const CanvasStage& stage, const std::set<ServiceId>& moved) {
    Design rest = withAllSpots(stage.design());
    for (const ServiceId& id : moved) {
        rest.layout.remove(id);
    }
    return rest;
}

}  // namespace

std::vector<Placement> withRoom(const CanvasStage& stage, std::vector<Placement> placements,
                                const std::set<ServiceId>& moved) {
    std::optional<Design> rest;
    std::vector<QRectF> placed;
    for (Placement& placement : placements) {
        const LaneArea* lane = stage.picture.plan().find(placement.zone);
        if (lane == nullptr || !placement.spot) {
            continue;
        }
        const QRectF wanted = rectOf(placement, *lane);
        bool isTaken = std::ranges::any_of(placed, [&](const QRectF& other) { return overlap(wanted, other); });
        for (const int box : stage.picture.boxesIn(wanted)) {
            const Box& other = stage.picture.box(box);
            isTaken = isTaken || (!moved.contains(other.id) && overlap(wanted, other.rect));
        }
        if (isTaken) {
            if (!rest) {
                rest = withoutSpotsOf(stage, moved);
                for (const Placement& earlier : placements) {
                    if (&earlier == &placement) {
                        break;
                    }
                    rest->layout.put(earlier.spot.value_or(Spot{earlier.id}));
                }
            }
            Spot free = freeSpot(*rest, placement.zone, placement.host, wanted.center().x(), wanted.center().y());
            placement.spot->x = free.x;
            placement.spot->y = free.y;
        }
        placed.push_back(rectOf(placement, *lane));
        if (rest) {
            rest->layout.put(*placement.spot);
        }
    }
    return placements;
}

}  // namespace tideline
