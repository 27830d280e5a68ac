// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/elevation.h"

#include <QPainter>
#include <array>

namespace tideline {

namespace {

struct Layer {
    double drop, spread, light, dark;
};

constexpr std::array kPlate{Layer{1, 0, .07, .34}, Layer{2, 1, .05, .24}, Layer{3, 3, .035, .16},
                            Layer{5, 5, .02, .10}};
constexpr std::array kDragged{Layer{4, 1, .10, .34}, Layer{4, 3, .07, .24}, Layer{4, 5, .05, .16},
                              Layer{4, 8, .03, .10}};

}  // namespace

void paintShadow(QPainter& painter, const QRectF& box, double radius, Elevation elevation, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const Layer& layer : elevation == Elevation::Plate ? kPlate : kDragged) {
        QColor color = theme.scrim;
        color.setAlphaF(static_cast<float>(theme.isDark ? layer.dark : layer.light));
        painter.setBrush(color);
        const double s = layer.spread;
        painter.drawRoundedRect(box.adjusted(-s, layer.drop - s, s, layer.drop + s), radius + s, radius + s);
    }
    painter.restore();
}

void paintPlate(QPainter& painter, const QRectF& box, double radius, const Theme& theme) {
    paintShadow(painter, box, radius, Elevation::Plate, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line2);
    painter.setBrush(theme.popup);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

}  // namespace tideline
