// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/ports.h"

namespace tideline {

/// What a line has to go around, and between which ports.
struct WayTask {
    QRectF from, to;
    Side fromSide = Side::Right, toSide = Side::Left;
    QPointF start, end;
    std::vector<QRectF> obstacles;  ///< both ends are among them
    std::vector<double> banks;      ///< upright lines that a leg should not lie on
    int line = -1;                  ///< its own legs do not count as others'
};

/// The cheapest of a handful of ways: straight, with two bends, or through the gaps between rows with four. Cost is
/// length, bends, cards run through, and other lines run along.
Route cheapestWay(const WayTask& task, const RouteTracks& tracks);

}  // namespace tideline
