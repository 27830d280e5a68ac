// SPDX-License-Identifier: Apache-2.0
#include "app/gui/shore_picture.h"

#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QPainterPath>

namespace tideline {

namespace {

/// The shore as a line from the top to the bottom, `x` in the middle.
QPainterPath shoreAt(double x, double height) {
    QPainterPath path(QPointF(x + 22, 0));
    path.cubicTo(QPointF(x + 40, height * 0.3), QPointF(x - 52, height * 0.45), QPointF(x - 30, height * 0.66));
    path.cubicTo(QPointF(x - 16, height * 0.8), QPointF(x + 18, height * 0.85), QPointF(x + 8, height));
    return path;
}

QPainterPath landLeftOf(double x, double height) {
    QPainterPath path = shoreAt(x, height);
    path.lineTo(0, height);
    path.lineTo(0, 0);
    path.closeSubpath();
    return path;
}

QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

}  // namespace

ShorePicture::ShorePicture(QWidget* parent) : QWidget(parent) {
    setFixedSize(320, 182);
}

void ShorePicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = currentTheme();
    const double height = 150;
    painter.save();
    painter.setClipRect(QRectF(0, 0, 320, height));
    painter.fillRect(QRectF(0, 0, 320, height), t.optSoft);
    painter.fillRect(QRectF(0, 0, 320, height), faded(t.accent, 0.28F));
    painter.fillPath(landLeftOf(246, height), t.optSoft);
    painter.fillPath(landLeftOf(246, height), faded(t.accent, 0.22F));
    painter.fillPath(landLeftOf(196, height), t.optSoft);
    painter.fillPath(landLeftOf(150, height), t.coreZone);
    painter.fillPath(landLeftOf(96, height), faded(t.coreMark, 0.14F));
    painter.strokePath(shoreAt(150, height), QPen(Qt::white, 5));
    painter.restore();
    paintRounded(&painter, QRectF(24, 110, 72, 72), 16, t.panel, QColor());
    painter.drawPixmap(32, 118, brandPixmap(56, devicePixelRatioF()));
}

void Plate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRounded(&painter, rect(), 10, currentTheme().panel, currentTheme().line2);
}

}  // namespace tideline
