// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/picture.h"

namespace tideline {

/// The sides at which a line leaves one rectangle and enters another.
struct Sides {
    Side from = Side::Right, to = Side::Left;
};
/// Facing sides where the two stand beside each other; top and bottom where one is right below the other; else the
/// same side of both, away from the bus.
Sides sidesFor(const QRectF& from, const QRectF& to, LaneColumn column);

/// The place of a port on a side of a rectangle.
QPointF portAt(const QRectF& rect, Side side, double offset);
/// One step away from the side.
QPointF outward(Side side);

/// Spreads the lines that end at a box or pill over its sides, 12 apart, in the order of their other ends. Returns the
/// lines whose port moved; they have lost their routes.
std::vector<int> spreadPorts(Picture& picture, LineEnd::On on, int index);

/// Where both ends face each other nearly level, moves the port that is alone on its side so that the line is straight.
void straighten(Picture& picture, int line);

}  // namespace tideline
