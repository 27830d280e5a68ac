// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_overlay.h"

#include "widgets/cost/chart_evidence.h"
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
#include <cmath>

namespace tideline {

namespace {

/// Regions narrower than 26 pixels that alternate say nothing each for itself.
std::vector<ChartRegion> shownRegions(const ChartFrame& frame, const ChartMoment& moment) {
    const double decades = std::log10(frame.toRequests / frame.fromRequests) * 26 / frame.plot.width();
    std::vector<ChartRegion> regions = withCloseCalls(cheapestRegions(moment.curves), decades);
    return moment.likely ? withDoubt(std::move(regions), *moment.likely) : regions;
}

QRectF between(const ChartFrame& frame, const ChartRegion& region, const QRectF& band) {
    const double left = std::clamp(frame.x(region.from), frame.plot.left(), frame.plot.right());
    const double right = std::clamp(frame.x(region.to), frame.plot.left(), frame.plot.right());
    return {left, band.top(), right - left, band.height()};
}

QColor groundOf(const ChartRegion& region, const Theme& theme) {
    const ChartSeries* series = findChartSeries(region.key);
    return series ? theme.*series->ground : theme.sunken;
}

void paintHatching(QPainter& painter, const QRectF& box, const Theme& theme) {
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(theme.line2, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += 6) {
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

void paintWinner(QPainter& painter, const QRectF& box, const ChartRegion& region, const Theme& theme) {
    const ChartSeries* series = findChartSeries(region.key);
    const QStringList words =
        series ? QStringList{QLatin1String(series->winner), QLatin1String(series->shortWinner)}
               : QStringList{QCoreApplication::translate("tideline", "Too close to call"),
                             QCoreApplication::translate("tideline", "Close call"), QStringLiteral("≈")};
    const QFontMetricsF metrics(painter.font());
    for (const QString& text : words) {
        const double width = metrics.horizontalAdvance(text);
        if (width + 8 > box.width()) {
            continue;
        }
        if (!series) {
            painter.fillRect(QRectF(box.center().x() - width / 2 - 4, box.top() + 1, width + 8, box.height() - 2),
                             theme.sunken);
        }
        painter.setPen(!series ? theme.t2 : region.key == "as-designed" ? theme.optText : theme.*series->text);
        painter.drawText(box, Qt::AlignCenter, text);
        return;
    }
}

void paintStrip(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    painter.setFont(fontOf(FontRole::CaptionTitle));
    for (const ChartRegion& region : shownRegions(frame, moment)) {
        const QRectF box = between(frame, region, frame.strip());
        if (box.width() <= 0) {
            continue;
        }
        painter.fillRect(box, groundOf(region, theme));
        if (region.key.empty()) {
            paintHatching(painter, box, theme);
        }
        paintWinner(painter, box, region, theme);
    }
}

void paintMarkerLine(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    const double x = frame.x(moment.here);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawLine(QPointF(x, frame.strip().top()), QPointF(x, frame.plot.bottom()));
    for (const ChartSeries& series : chartSeries()) {
        const auto curve = std::ranges::find(moment.curves.curves, series.key, &CostCurve::key);
        if (curve == moment.curves.curves.end()) {
            continue;
        }
        const double y = frame.y(costAt(moment.curves, *curve, moment.here));
        if (y < frame.plot.top() || y > frame.plot.bottom()) {
            continue;
        }
        const bool isDesign = series.key == "as-designed";
        painter.setPen(QPen(theme.panel, isDesign ? 2 : 1));
        painter.setBrush(theme.*series.line);
        painter.drawEllipse(QPointF(x, y), isDesign ? 6.5 : 3.5, isDesign ? 6.5 : 3.5);
    }
}

void paintMarkerPill(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    const QRectF pill = markerPill(frame, moment.here);
    if (moment.hasFocus) {
        paintRounded(&painter, pill.adjusted(-4, -4, 4, 4), 14, QColor(), theme.focus, 2);
    }
    paintRounded(&painter, pill, 10, moment.isDragged ? theme.accentPress : theme.accent, QColor());
    painter.setPen(QPen(theme.onAccent, 1));
    for (const double dx : {8.5, 11.5}) {
        painter.drawLine(QPointF(pill.left() + dx, pill.center().y() - 3),
                         QPointF(pill.left() + dx, pill.center().y() + 3));
    }
    drawTabular(painter, pill.adjusted(16, 0, -8, 0), requestsText(moment.here), fontOf(FontRole::SmallTitle),
                Qt::AlignHCenter);
}

}  // namespace

QRectF markerPill(const ChartFrame& frame, double here) {
    const double width = std::max(66.0, tabularWidth(requestsText(here), fontOf(FontRole::SmallTitle)) + 28);
    return {frame.x(here) - width / 2, frame.plot.bottom() + 2, width, 20};
}

namespace {

/// Decades at full strength, 2 and 5 quieter, as the axes are labelled.
void paintGrid(QPainter& painter, const ChartFrame& frame, const Theme& theme) {
    QColor quiet = theme.plotGrid;
    quiet.setAlphaF(0.45F);
    const auto isDecade = [](double tick) { return std::abs(std::remainder(std::log10(tick), 1.0)) < 1e-6; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : ticksBetween(frame.fromRequests, frame.toRequests)) {
        painter.setPen(QPen(isDecade(tick) ? theme.plotGrid : quiet, 1));
        painter.drawLine(QPointF(frame.x(tick), frame.plot.top()), QPointF(frame.x(tick), frame.plot.bottom()));
    }
    for (const double tick : ticksBetween(frame.fromDollars, frame.toDollars)) {
        painter.setPen(QPen(isDecade(tick) ? theme.plotGrid : quiet, 1));
        painter.drawLine(QPointF(frame.plot.left(), frame.y(tick)), QPointF(frame.plot.right(), frame.y(tick)));
    }
    painter.restore();
}

}  // namespace

void paintGrounds(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    for (const ChartRegion& region : shownRegions(frame, moment)) {
        const QRectF box = between(frame, region, frame.plot);
        if (box.width() <= 0) {
            continue;
        }
        QColor ground = groundOf(region, theme);
        ground.setAlphaF(theme.isDark ? 0.5F : 0.55F);
        painter.fillRect(box, ground);
        if (region.key.empty()) {
            paintHatching(painter, box, theme);
        }
    }
    paintGrid(painter, frame, theme);
    paintLikelyRange(painter, frame, moment, theme);
}

void paintOverlay(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    const SavedPainter saved(&painter);
    paintStrip(painter, frame, moment, theme);
    paintAxisLabels(painter, frame, moment, theme);
    paintEndLabels(painter, frame, moment, theme);
    paintPublishedPoints(painter, frame, moment, theme);
    paintCrossings(painter, frame, moment, theme);
    paintMarkerLine(painter, frame, moment, theme);
    paintMarkerPill(painter, frame, moment, theme);
}

void paintReadOut(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    if (!moment.hover) {
        return;
    }
    const SavedPainter saved(&painter);
    struct Row {
        const ChartSeries* series;
        double dollars;
        bool isStaircase;
    };
    std::vector<Row> rows;
    for (const ChartSeries& series : chartSeries()) {
        const auto curve = std::ranges::find(moment.curves.curves, series.key, &CostCurve::key);
        if (curve != moment.curves.curves.end()) {
            rows.push_back({&series, costAt(moment.curves, *curve, *moment.hover), curve->isStaircase});
        }
    }
    std::ranges::stable_sort(rows, std::greater<>(), &Row::dollars);
    const double width = 220, height = 34 + 20 * static_cast<double>(rows.size()) + 6;
    const double x = frame.x(*moment.hover);
    QRectF box(x + 14, frame.plot.bottom() - height - 8, width, height);
    if (box.right() > frame.plot.right() + 100) {
        box.moveRight(x - 14);
    }
    box.moveTop(std::max(4.0, box.top()));
    paintPlate(painter, box, 8, theme);
    painter.setPen(theme.t1);
    drawTabular(painter, box.adjusted(12, 4, 0, 0).topLeft() + QPointF(0, 15), requestsPerMonthText(*moment.hover),
                fontOf(FontRole::SmallTitle));
    painter.setPen(theme.t3);
    drawTabular(painter, box.topRight() + QPointF(-12, 19), rateText(*moment.hover / (730.0 * 3600)),
                fontOf(FontRole::Caption), Qt::AlignRight);
    double top = box.top() + 30;
    for (const Row& row : rows) {
        const QRectF line(box.left() + 12, top, width - 24, 20);
        paintRounded(&painter, QRectF(line.left(), line.top() + 5, 10, 10), 3, theme.*row.series->line, QColor());
        const bool isDesign = row.series->key == "as-designed";
        painter.setPen(theme.t1);
        painter.setFont(fontOf(isDesign ? FontRole::SmallTitle : FontRole::Small));
        painter.drawText(line.adjusted(18, 0, 0, 0), Qt::AlignVCenter, QLatin1String(row.series->title));
        // Where the next step of a staircase stands between two computed points is not known here.
        const QString about = row.isStaircase ? QStringLiteral("≈ ") : QString();
        drawTabular(painter, line, about + tableMoney(row.dollars),
                    fontOf(isDesign ? FontRole::SmallTitle : FontRole::Small), Qt::AlignRight);
        top += 20;
    }
}

}  // namespace tideline
