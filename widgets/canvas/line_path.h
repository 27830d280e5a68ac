// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QPainterPath>
#include <QPointF>
#include <span>
#include <vector>

namespace tideline {

/// An upright leg that level legs jump over.
struct UprightLeg {
    double x = 0, top = 0, bottom = 0;
    int line = -1;
};

/// A way in screen pixels with rounded corners; level legs jump over the upright legs of other lines with an arc.
/// `legs` by rising x; empty for no jumps.
QPainterPath linePath(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line);

}  // namespace tideline
