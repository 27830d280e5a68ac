// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_labels.h"

#include "widgets/cost/chart_series.h"
#include "widgets/look/elevation.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"
#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace tideline {

namespace {

struct EndLabel {
    const ChartSeries* series;
    double curveY, y;
};

std::vector<EndLabel> endLabels(const ChartFrame& frame, const Curves& curves, double spacing) {
    std::vector<EndLabel> labels;
    for (const ChartSeries& series : chartSeries()) {
        const auto curve = std::ranges::find(curves.curves, series.key, &CostCurve::key);
        if (curve != curves.curves.end()) {
            const double y = frame.y(costAt(curves, *curve, frame.toRequests));
            const double shown = std::clamp(y, frame.plot.top(), frame.plot.bottom());
            labels.push_back({&series, shown, shown});
        }
    }
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    for (std::size_t i = 1; i < labels.size(); ++i) {
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + spacing);
    }
    const double over = labels.empty() ? 0 : std::max(0.0, labels.back().y - frame.plot.bottom());
    double below = frame.plot.bottom() + spacing;
    for (std::size_t i = labels.size(); over > 0 && i-- > 0;) {
        labels[i].y = std::min(labels[i].y, below - spacing);
        below = labels[i].y;
    }
    return labels;
}

void paintDiamond(QPainter& painter, QPointF at, const QColor& line, const Theme& theme) {
    painter.setPen(QPen(line, 2));
    painter.setBrush(theme.panel);
    painter.drawPolygon(QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
}

QPointF placeOf(const ChartFrame& frame, const ChartCrossing& crossing) {
    return {frame.x(crossing.requests), frame.y(crossing.dollars)};
}

/// Whether a plate may stand in a corner of the plot, far from its crossing.
enum class Reach { Beside, Anywhere };

/// Left of the crossing and high, where curves of rising cost leave room, or right of it and low; else in a corner.
QRectF platePlace(const ChartFrame& frame, QPointF at, const QSizeF& size, const std::vector<QRectF>& taken,
                  Reach reach) {
    const double high = frame.plot.top() + 10, low = frame.plot.bottom() - size.height() - 10;
    const double left = frame.plot.left() + 8, right = frame.plot.right() - size.width() - 8;
    const std::array<QPointF, 6> places{{{at.x() - size.width() - 24, high},
                                         {at.x() + 24, low},
                                         {left, high},
                                         {right, low},
                                         {right, high},
                                         {left, low}}};
    constexpr std::size_t kBeside = 2;
    for (const QPointF& place : std::span(places).first(reach == Reach::Beside ? kBeside : places.size())) {
        const QRectF box(place, size);
        const auto isHit = [&box](const QRectF& other) { return other.intersects(box); };
        if (frame.plot.contains(box) && std::ranges::none_of(taken, isHit)) {
            return box;
        }
    }
    return {};
}

void paintPlateOf(QPainter& painter, const ChartFrame& frame, const ChartCrossing& crossing, std::vector<QRectF>& taken,
                  Reach reach, const Theme& theme) {
    const QPointF at = placeOf(frame, crossing);
    const QString first = crossingTitle(crossing.to);
    const QString second =
        QCoreApplication::translate("tideline", "at %1").arg(requestsPerMonthText(crossing.requests));
    const QFont light = interfaceFont(11, QFont::Medium), strong = fontOf(FontRole::CaptionTitle);
    const double width = std::max(QFontMetricsF(light).horizontalAdvance(first), tabularWidth(second, strong)) + 18;
    const QRectF box = platePlace(frame, at, QSizeF(width, 38), taken, reach);
    if (box.isNull()) {
        return;
    }
    taken.push_back(box.adjusted(-4, -4, 4, 4));
    painter.setPen(QPen(theme.t3, 1));
    const double side = box.center().x() < at.x() ? box.right() : box.left();
    painter.drawPolyline(QPolygonF{QPointF(side, box.center().y()), QPointF(at.x(), box.center().y()),
                                   at + QPointF(0, box.center().y() < at.y() ? -6 : 6)});
    paintPlate(painter, box, 6, theme);
    painter.setPen(theme.t1);
    painter.setFont(light);
    painter.drawText(QRectF(box.left() + 9, box.top() + 4, width, 15), Qt::AlignVCenter, first);
    drawTabular(painter, QRectF(box.left() + 9, box.top() + 19, width, 15), second, strong, Qt::AlignLeft);
}

}  // namespace

void paintAxisLabels(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    const QFont font = fontOf(moment.size == ChartSize::Full ? FontRole::Small : FontRole::Caption);
    const double size = font.pixelSize();
    painter.setPen(theme.t3);
    const QRectF pill = markerPill(frame, moment.here).adjusted(-4, 0, 4, 0);
    double last = -1e9;
    for (const double tick : ticksBetween(frame.fromRequests, frame.toRequests)) {
        const QString text = axisRequests(tick);
        const double width = tabularWidth(text, font), x = frame.x(tick);
        const QRectF box(x - width / 2, frame.plot.bottom() + 4, width, size + 4);
        if (x - last < 2.6 * size + width / 4 || box.intersects(pill)) {
            continue;
        }
        last = x;
        drawTabular(painter, box, text, font, Qt::AlignHCenter);
    }
    last = 1e9;
    for (const double tick : ticksBetween(frame.fromDollars, frame.toDollars)) {
        const double y = frame.y(tick);
        if (last - y < 1.6 * size) {
            continue;
        }
        last = y;
        drawTabular(painter, QRectF(0, y - 8, frame.plot.left() - 7, 16), axisMoney(tick), font, Qt::AlignRight);
    }
    if (moment.size == ChartSize::Full) {
        painter.setFont(font);
        painter.drawText(QRectF(12, 8, 320, 16), Qt::AlignLeft,
                         moment.withPeople ? QCoreApplication::translate("tideline", "US$ a month, with people")
                                           : QCoreApplication::translate("tideline", "US$ a month"));
        painter.drawText(QRectF(frame.plot.left(), frame.plot.bottom() + 26, frame.plot.width(), 16), Qt::AlignHCenter,
                         QCoreApplication::translate("tideline", "requests a month"));
    }
}

void paintEndLabels(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    const double size = moment.size == ChartSize::Full ? 12 : 11;
    for (const EndLabel& label : endLabels(frame, moment.curves, size + 4)) {
        const double x = frame.plot.right();
        painter.setPen(QPen(theme.line2, 1));
        painter.drawLine(QPointF(x + 2, label.curveY), QPointF(x + 10, label.y));
        painter.setPen(theme.*label.series->text);
        painter.setFont(interfaceFont(size, label.series->key == "as-designed" ? QFont::DemiBold : QFont::Medium));
        painter.drawText(QRectF(x + 13, label.y - 8, 130, 16), Qt::AlignVCenter, QLatin1String(label.series->title));
    }
}

void paintCrossings(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    std::vector<ChartCrossing> crossings = cheapestChanges(moment.curves);
    std::erase_if(crossings, [&](const ChartCrossing& crossing) {
        return findChartSeries(crossing.to) == nullptr || crossing.requests <= frame.fromRequests ||
               crossing.requests >= frame.toRequests || !frame.plot.contains(placeOf(frame, crossing));
    });
    std::ranges::stable_sort(crossings, {}, [&moment](const ChartCrossing& crossing) {
        return std::abs(std::log(crossing.requests / moment.here));
    });
    std::vector<QRectF> taken{QRectF(frame.x(moment.here) - 4, frame.plot.top(), 8, frame.plot.height())};
    for (const ChartCrossing& crossing : crossings) {
        const QPointF at = placeOf(frame, crossing);
        taken.push_back({at.x() - 10, at.y() - 10, 20, 20});
    }
    const std::size_t plates =
        moment.size == ChartSize::Full ? crossings.size() : std::min<std::size_t>(1, crossings.size());
    for (std::size_t i = 0; i < plates; ++i) {
        paintPlateOf(painter, frame, crossings[i], taken, i == 0 ? Reach::Anywhere : Reach::Beside, theme);
    }
    for (const ChartCrossing& crossing : crossings) {
        paintDiamond(painter, placeOf(frame, crossing), theme.*findChartSeries(crossing.to)->line, theme);
    }
}

}  // namespace tideline
