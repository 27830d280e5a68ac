// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_evidence.h"

#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kDotRadius = 3.75;
/// A winner that fewer samples than this contradict is one.
constexpr double kDoubt = 0.1;

bool isInside(const ChartFrame& frame, const PublishedPoint& point) {
    return point.requestsPerMonth >= frame.fromRequests && point.requestsPerMonth <= frame.toRequests &&
           point.monthly >= frame.fromDollars && point.monthly <= frame.toDollars;
}

QPointF placeOf(const ChartFrame& frame, const PublishedPoint& point) {
    return {frame.x(point.requestsPerMonth), frame.y(point.monthly)};
}

/// How probable it is at this load that another of the all-... curves is cheaper than this one.
double doubtAbout(const Uncertainty& likely, std::string_view winner, std::size_t at) {
    double most = 0;
    for (const Preference& preference : likely.preferences) {
        if (preference.first == winner) {
            most = std::max(most, 1 - preference.probability[at]);
        } else if (preference.second == winner) {
            most = std::max(most, preference.probability[at]);
        }
    }
    return most;
}

}  // namespace

void paintLikelyRange(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    if (!moment.likely) {
        return;
    }
    const auto band = std::ranges::find(moment.likely->bands, "as-designed", &CostBand::key);
    if (band == moment.likely->bands.end()) {
        return;
    }
    const std::vector<double>& loads = moment.likely->requestsPerMonth;
    QPolygonF outline;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        outline.append({frame.x(loads[i]), frame.y(band->p90[i])});
    }
    for (std::size_t i = loads.size(); i-- > 0;) {
        outline.append({frame.x(loads[i]), frame.y(band->p10[i])});
    }
    QColor fill = theme.ink;
    fill.setAlphaF(theme.isDark ? 0.14F : 0.12F);
    painter.save();
    painter.setClipRect(frame.plot, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.restore();
}

void paintPublishedPoints(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme) {
    if (!moment.showsPoints) {
        return;
    }
    for (const PublishedPoint& point : publishedPoints()) {
        const ChartSeries* series = findChartSeries(point.curve);
        if (series && isInside(frame, point)) {
            painter.setPen(QPen(theme.*series->line, 1.75));
            painter.setBrush(theme.panel);
            painter.drawEllipse(placeOf(frame, point), kDotRadius, kDotRadius);
        }
    }
}

const PublishedPoint* publishedPointAt(const ChartFrame& frame, QPointF at) {
    for (const PublishedPoint& point : publishedPoints()) {
        const QPointF away = placeOf(frame, point) - at;
        if (isInside(frame, point) && std::hypot(away.x(), away.y()) <= 12) {
            return &point;
        }
    }
    return nullptr;
}

QString publishedText(const PublishedPoint& point) {
    const QString where = point.curve == "all-functions" ? QCoreApplication::translate("tideline", "on functions")
                                                         : QCoreApplication::translate("tideline", "on Kubernetes");
    return QCoreApplication::translate("tideline", "Published: %1 %2, %3\nThe articles assume: %4.")
        .arg(requestsPerMonthText(point.requestsPerMonth), where, tableMoney(point.monthly),
             QString::fromUtf8(point.assumption.data(), static_cast<qsizetype>(point.assumption.size())));
}

std::vector<ChartRegion> withDoubt(std::vector<ChartRegion> regions, const Uncertainty& likely) {
    const std::vector<double>& loads = likely.requestsPerMonth;
    std::vector<ChartRegion> cut;
    const auto add = [&](double from, double to, const std::string& key) {
        if (to <= from) {
            return;
        }
        if (!cut.empty() && cut.back().key == key) {
            cut.back().to = to;
        } else {
            cut.push_back({from, to, key});
        }
    };
    for (const ChartRegion& region : regions) {
        double from = region.from;
        for (std::size_t i = 0; i < loads.size() && from < region.to; ++i) {
            // A load speaks for the stretch up to half-way to the next one.
            const double end = i + 1 < loads.size() ? std::sqrt(loads[i] * loads[i + 1]) : region.to;
            if (end <= from) {
                continue;
            }
            const double to = std::min(end, region.to);
            add(from, to, doubtAbout(likely, region.key, i) > kDoubt ? std::string() : region.key);
            from = to;
        }
        add(from, region.to, region.key);
    }
    return cut;
}

}  // namespace tideline
