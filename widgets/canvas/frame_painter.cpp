// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/frame_painter.h"

#include "widgets/canvas/ports.h"
#include "widgets/look/elevation.h"
#include "widgets/look/icons.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace tideline {

namespace {

double radiusAt(double zoom) {
    return std::max(3.0, 8 * zoom);
}

}  // namespace

void paintHaloFrame(QPainter& painter, const QRectF& box, const QColor& color, double zoom, float haloAlpha) {
    const double radius = radiusAt(zoom);
    QColor halo = color;
    halo.setAlphaF(haloAlpha);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, 3));
    painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

void paintHoverFrame(QPainter& painter, const QRectF& box, const QColor& color, double zoom) {
    const double radius = radiusAt(zoom);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

void paintFocusRing(QPainter& painter, const QRectF& box, const QColor& color, double zoom) {
    const double radius = std::max(5.0, 12 * zoom);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), radius, radius);
}

void paintPorts(QPainter& painter, const QRectF& box, const Theme& theme, double zoom, std::optional<Side> filled) {
    const double radius = 5 * std::clamp(zoom, 0.7, 1.5);
    for (const Side side : {Side::Right, Side::Left, Side::Top, Side::Bottom}) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(filled == side ? theme.accent : theme.card);
        painter.drawEllipse(portAt(box, side, 0), radius - 1, radius - 1);
    }
}

void paintCallout(QPainter& painter, const Callout& callout, const View& view, const Theme& theme) {
    const ShapedText first = shapedWords(callout.first, 12, QFont::Medium);
    const ShapedText second = shapedWords(callout.second, 12);
    const double most = view.size().width() - 60.0;
    const double width = std::min(most, std::max(first.width(), second.width())) + 44;
    const double height = callout.second.isEmpty() ? 30 : 48;
    QRectF plate(view.toScreen(callout.at), QSizeF(width, height));
    plate.moveLeft(std::clamp(plate.left(), 4.0, std::max(4.0, view.size().width() - width - 4)));
    plate.moveTop(std::clamp(plate.top(), 4.0, std::max(4.0, view.size().height() - height - 4)));
    paintPlate(painter, plate, 8, theme);
    const QColor color = callout.isRefusal ? theme.problem : theme.t2;
    painter.drawPixmap(QPointF(plate.left() + 10, plate.top() + 7),
                       iconPixmap(callout.icon, color, 16, view.pixelRatio()));
    painter.setPen(theme.t1);
    first.draw(painter, QPointF(plate.left() + 33, plate.top() + 19.5), 12, most);
    painter.setPen(theme.t2);
    second.draw(painter, QPointF(plate.left() + 33, plate.top() + 37), 12, most);
}

}  // namespace tideline
