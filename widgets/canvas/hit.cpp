// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/hit.h"

#include "widgets/canvas/ports.h"

#include <cmath>

namespace tideline {

namespace {

constexpr double kLineReach = 6;  ///< pixels to each side
constexpr double kPortReach = 12;

bool isAtPort(const CanvasStage& stage, int box, QPointF screen) {
    const QRectF place = stage.view.toScreen(stage.picture.box(box).rect);
    for (const Side side : {Side::Right, Side::Left, Side::Top, Side::Bottom}) {
        const QPointF port = portAt(place, side, 0);
        const QPointF way = screen - port;
        const bool isOutside = !place.adjusted(5, 5, -5, -5).contains(screen);
        if (isOutside && std::hypot(way.x(), way.y()) <= kPortReach) {
            return true;
        }
    }
    return false;
}

}  // namespace

Hovered hitAt(const CanvasStage& stage, QPointF world) {
    Hovered hit;
    hit.box = stage.picture.boxAt(world);
    if (hit.box >= 0) {
        return hit;
    }
    hit.pill = stage.picture.pillAt(world);
    if (hit.pill >= 0 || stage.view.detail() == Detail::Bars) {
        return hit;
    }
    hit.line = stage.view.detail() >= Detail::Short ? stage.plates.lineAt(world) : -1;
    if (hit.line < 0) {
        hit.line = stage.picture.lineAt(world, kLineReach / stage.view.zoom());
    }
    return hit;
}

std::optional<int> portHit(const CanvasStage& stage, QPointF screen) {
    if (stage.view.detail() < Detail::Short) {
        return std::nullopt;
    }
    std::vector<int> shown;
    for (const ServiceId& id : stage.selection.services) {
        if (const int box = stage.picture.boxOf(id); box >= 0 && shown.size() < 50) {
            shown.push_back(box);
        }
    }
    if (stage.overlay.hovered.box >= 0) {
        shown.push_back(stage.overlay.hovered.box);
    }
    for (const int box : shown) {
        if (isAtPort(stage, box, screen)) {
            return box;
        }
    }
    return std::nullopt;
}

}  // namespace tideline
