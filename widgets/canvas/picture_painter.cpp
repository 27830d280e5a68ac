// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/picture_painter.h"

#include "widgets/canvas/card_painter.h"
#include "widgets/canvas/rack_painter.h"
#include "widgets/canvas/route_painter.h"
#include "widgets/canvas/topic_painter.h"
#include "widgets/canvas/zone_painter.h"

#include <QPainter>

namespace tideline {

void paintPicture(const PaintContext& context) {
    constexpr double kAround = 24;  // badges, arrows and plates reach beyond their boxes
    const QRectF around = context.world.adjusted(-kAround, -kAround, kAround, kAround);
    if (!lanesCover(context)) {
        context.painter.fillRect(context.view.toScreen(context.world).adjusted(-2, -2, 2, 2), context.theme.canvas);
    }
    paintDots(context);
    paintLanes(context);
    paintRack(context);
    const std::vector<int> lines = context.picture.linesIn(around);
    paintLines(context, lines);
    paintLaneHeads(context);
    paintBoundaryPlates(context);
    paintPills(context);
    paintCards(context, context.picture.boxesIn(around));
}

}  // namespace tideline
