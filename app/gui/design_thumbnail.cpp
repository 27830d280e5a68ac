// SPDX-License-Identifier: Apache-2.0
#include "app/gui/design_thumbnail.h"

#include "widgets/look/host_look.h"
#include "widgets/look/style_paint.h"

#include <algorithm>

namespace tideline {

namespace {

/// The lanes as the board draws them, in shares of the width.
constexpr double kCoreShare = 0.42, kBusShare = 0.16;
constexpr double kCardWidth = 200, kCardHeight = 68;

QRectF boundsOf(const Design& design) {
    QRectF bounds(0, 0, 1096, 420);
    for (const Spot& spot : design.layout) {
        bounds = bounds.united(QRectF(spot.x, spot.y, kCardWidth, kCardHeight).adjusted(-24, -48, 24, 24));
    }
    return bounds;
}

}  // namespace

void paintThumbnail(QPainter& painter, const Design& design, const Theme& theme, const QRectF& box) {
    const SavedPainter saved(&painter);
    painter.fillRect(box, theme.canvas);
    const QRectF board = box.adjusted(4, 4, -4, -4);
    const double core = board.width() * kCoreShare, bus = board.width() * kBusShare;
    painter.fillRect(QRectF(board.left(), board.top(), core, board.height()), theme.coreZone);
    painter.fillRect(QRectF(board.left() + core, board.top(), bus, board.height()), theme.busZone);
    painter.fillRect(QRectF(board.left() + core + bus, board.top(), board.width() - core - bus, board.height()),
                     theme.edgeZone);
    const QRectF world = boundsOf(design);
    const double sx = board.width() / world.width(), sy = board.height() / world.height();
    painter.setPen(Qt::NoPen);
    for (const Spot& spot : design.layout) {
        const Service* service = design.services.find(spot.id);
        if (service) {
            painter.setBrush(hostLook(service->host, theme).mark);
            painter.drawRoundedRect(QRectF(board.left() + (spot.x - world.left()) * sx,
                                           board.top() + (spot.y - world.top()) * sy, kCardWidth * sx,
                                           kCardHeight * sy),
                                    2, 2);
        }
    }
    painter.setBrush(theme.busMark);
    for (const Topic& topic : design.topics) {
        const double y = board.top() + std::clamp((topic.y - world.top()) * sy, 6.0, board.height() - 8);
        painter.drawRoundedRect(QRectF(board.left() + core + bus * 0.15, y, bus * 0.7, 4), 2, 2);
    }
}

}  // namespace tideline
