// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLineF>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

namespace tideline {

/// An upright leg that level legs jump over.
struct UprightLeg {
    double x = 0, top = 0, bottom = 0;
    int line = -1;
};

/// A way in screen pixels with rounded corners; level legs jump over the upright legs of other lines with an arc, over
/// several close ones with one bridge. `legs` by rising x; empty for no jumps.
QPainterPath linePath(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line);

/// Lengths in pixels.
struct Dashes {
    double on = 5, off = 4;
};

/// Dashes apart from the arcs that jump: Qt smooths the edges of straight lines otherwise where a path has curves too.
struct DashedLine {
    std::vector<QLineF> dashes;
    QPainterPath bridges;
};

/// The same way as dashes, those that touch `sight` alone. Where a dash begins depends on the points of the way, never
/// on what is seen of it or on what it jumps over: a strip that is painted on its own fits what stands beside it.
DashedLine dashedLine(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
                      const Dashes& dashes, const QRectF& sight);

}  // namespace tideline
