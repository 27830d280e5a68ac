// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/line_path.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kJump = 5;

QPointF unit(QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double length = std::abs(way.x()) + std::abs(way.y());
    return length < 1e-9 ? QPointF() : way / length;
}

double lengthOf(QPointF from, QPointF to) {
    return std::abs(to.x() - from.x()) + std::abs(to.y() - from.y());
}

/// Where the level leg from `from` to `to` crosses others, in the order of the way.
std::vector<double> crossings(QPointF from, QPointF to, std::span<const UprightLeg> legs, int line) {
    std::vector<double> found;
    const double low = std::min(from.x(), to.x()) + 2 * kJump;
    const double high = std::max(from.x(), to.x()) - 2 * kJump;
    auto at = std::ranges::lower_bound(legs, low, {}, &UprightLeg::x);
    for (; at != legs.end() && at->x <= high; ++at) {
        const bool crosses = at->line != line && at->top + kJump < from.y() && at->bottom - kJump > from.y();
        if (crosses && (found.empty() || at->x - found.back() > 2 * kJump)) {
            found.push_back(at->x);
        }
    }
    if (to.x() < from.x()) {
        std::ranges::reverse(found);
    }
    return found;
}

void addLeg(QPainterPath& path, QPointF from, QPointF to, std::span<const UprightLeg> legs, int line) {
    if (std::abs(from.y() - to.y()) < 0.01) {
        const bool isRightward = to.x() > from.x();
        for (const double x : crossings(from, to, legs, line)) {
            const QRectF arc(x - kJump, from.y() - kJump, 2 * kJump, 2 * kJump);
            path.lineTo(isRightward ? arc.left() : arc.right(), from.y());
            path.arcTo(arc, isRightward ? 180 : 0, isRightward ? -180 : 180);
        }
    }
    path.lineTo(to);
}

}  // namespace

QPainterPath linePath(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line) {
    QPainterPath path;
    if (points.empty()) {
        return path;
    }
    path.moveTo(points.front());
    QPointF from = points.front();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF corner = points[i];
        if (i + 1 == points.size()) {
            addLeg(path, from, corner, legs, line);
            break;
        }
        const QPointF next = points[i + 1];
        const double shorter = std::min(lengthOf(points[i - 1], corner), lengthOf(corner, next));
        const double round = std::min(radius, shorter / 2);
        const QPointF before = corner - unit(points[i - 1], corner) * round;
        const QPointF after = corner + unit(corner, next) * round;
        addLeg(path, from, before, legs, line);
        path.quadTo(corner, after);
        from = after;
    }
    return path;
}

}  // namespace tideline
