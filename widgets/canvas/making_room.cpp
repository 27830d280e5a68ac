// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/making_room.h"

#include "core/layout/auto_layout.h"
#include "core/layout/group_shift.h"
#include "widgets/canvas/drop_plan.h"

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

/// Whether the card may lie there: inside its lane, in the sub-zone for Wasm or out of it as before, on no other card.
bool isClear(const CanvasStage& stage, const Placement& placement, const std::set<ServiceId>& moved,
             const GroupShift& shift) {
    const LaneArea* lane = stage.picture.plan().find(placement.zone);
    if (lane == nullptr || !placement.spot) {
        return true;
    }
    const QRectF before = rectOf(placement, *lane);
    Placement shifted = placement;
    shifted.spot->x += shift.dx;
    shifted.spot->y += shift.dy;
    const QRectF place = rectOf(shifted, *lane);
    const auto inWasm = [lane](const QPointF& at) { return lane->wasm && lane->wasm->contains(at.x(), at.y()); };
    if (insideOf(*lane, place.topLeft(), place.size()) != place.topLeft() ||
        inWasm(place.center()) != inWasm(before.center())) {
        return false;
    }
    const double gap = shift == GroupShift{} ? 0 : kGroupGap;
    const QRectF around = place.adjusted(-gap, -gap, gap, gap);
    return std::ranges::none_of(stage.picture.boxesIn(around), [&](int box) {
        const Box& other = stage.picture.box(box);
        return !moved.contains(other.id) && overlap(around, other.rect);
    });
}

/// Where the cards stand inside their lanes, one by one.
void putInside(const CanvasStage& stage, std::vector<Placement>& placements) {
    for (Placement& placement : placements) {
        const LaneArea* lane = stage.picture.plan().find(placement.zone);
        if (lane != nullptr && placement.spot) {
            const QRectF place = rectOf(placement, *lane);
            const QPointF corner = insideOf(*lane, {placement.spot->x, placement.spot->y}, place.size());
            placement.spot->x = corner.x();
            placement.spot->y = corner.y();
        }
    }
}

}  // namespace

std::vector<Placement> withRoom(const CanvasStage& stage, std::vector<Placement> placements,
                                const std::set<ServiceId>& moved) {
    const std::optional<GroupShift> together =
        placements.size() < 2 ? std::nullopt : nearestShift([&](const GroupShift& shift) {
            return std::ranges::all_of(placements,
                                       [&](const Placement& each) { return isClear(stage, each, moved, shift); });
        });
    if (together) {
        for (Placement& placement : placements) {
            if (placement.spot) {
                placement.spot->x += together->dx;
                placement.spot->y += together->dy;
            }
        }
        return placements;
    }
    putInside(stage, placements);
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
