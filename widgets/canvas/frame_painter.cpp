// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/frame_painter.h"

#include "core/layout/lanes.h"
#include "widgets/canvas/ports.h"
#include "widgets/look/elevation.h"
#include "widgets/look/icons.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace tideline {

namespace {

double radiusAt(double zoom) {
    return std::max(3.0, 8 * zoom);
}

/// Lines of at most `most` pixels, broken between words; one word that is longer stands alone.
std::vector<ShapedText> wrappedWords(const QString& text, QFont::Weight weight, double most) {
    std::vector<ShapedText> lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && shapedWords(longer, 12, weight).width() > most) {
            lines.push_back(shapedWords(line, 12, weight));
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty()) {
        lines.push_back(shapedWords(line, 12, weight));
    }
    return lines;
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
    constexpr double kMost = 420, kLeft = 33, kRight = 11, kLine = 17.5;
    const double most = std::min(kMost, view.size().width() - 60.0);
    std::vector<ShapedText> lines = wrappedWords(callout.first, QFont::Medium, most);
    const std::size_t firstLines = lines.size();
    std::ranges::move(wrappedWords(callout.second, QFont::Normal, most), std::back_inserter(lines));
    double width = 0;
    for (const ShapedText& line : lines) {
        width = std::max(width, line.width());
    }
    const QSizeF size(std::min(width, most) + kLeft + kRight, 13 + kLine * static_cast<double>(lines.size()));
    QRectF plate(view.toScreen(callout.at), size);
    if (plate.bottom() > view.size().height() - 4) {  // above the card that it speaks of, not on it
        plate.moveBottom(view.toScreen(callout.at - QPointF(0, kCardHeight + 24)).y());
    }
    plate.moveLeft(std::clamp(plate.left(), 4.0, std::max(4.0, view.size().width() - size.width() - 4)));
    plate.moveTop(std::clamp(plate.top(), 4.0, std::max(4.0, view.size().height() - size.height() - 4)));
    paintPlate(painter, plate, 8, theme);
    const QColor color = callout.isRefusal ? theme.problem : theme.t2;
    if (callout.isRefusal) {
        painter.setPen(QPen(theme.problemFill, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    painter.drawPixmap(QPointF(plate.left() + 10, plate.top() + 7),
                       iconPixmap(callout.icon, color, 16, view.pixelRatio()));
    double baseline = plate.top() + 19.5;
    for (std::size_t line = 0; line < lines.size(); ++line, baseline += kLine) {
        painter.setPen(line < firstLines ? theme.t1 : theme.t2);
        lines[line].draw(painter, QPointF(plate.left() + kLeft, baseline), 12, most);
    }
}

}  // namespace tideline
