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

/// Straight lines, those of corners too, apart from arcs: Qt fills a straight line many times sooner than a path.
struct SolidLine {
    std::vector<QLineF> legs;
    QPainterPath curves;
};

/// The same way in its pieces, those that touch `sight` alone. `width` is that of the pen, `ratio` that of the screen:
/// legs end between device pixels where the points lie in the middle of one, so that no seam shows.
SolidLine solidLine(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
                    double width, double ratio, const QRectF& sight);

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
