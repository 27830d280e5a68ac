// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/plot_picture.h"

#include "widgets/cost/chart_series.h"

#include <QChart>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <cmath>

namespace tideline {

namespace {

constexpr std::size_t kMostPoints = 260;

/// The curve within the frame and one point to each side, thinned; a step is drawn upright where it happens.
QList<QPointF> pointsOf(const Curves& curves, const CostCurve& curve, const ChartFrame& frame) {
    const auto& loads = curves.requestsPerMonth;
    const auto first = std::ranges::upper_bound(loads, frame.fromRequests);
    const auto last = std::ranges::lower_bound(loads, frame.toRequests);
    const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(first - loads.begin() - 1, 0));
    const auto end = std::min(static_cast<std::size_t>(last - loads.begin()) + 1, loads.size());
    const std::size_t stride = (end - begin) / (curve.isStaircase ? kMostPoints / 2 : kMostPoints) + 1;
    // Nothing costs nothing on a logarithmic axis: such a stretch runs out of the plot at the bottom.
    const double least = frame.fromDollars * 1e-3;
    QList<QPointF> points;
    for (std::size_t i = begin; i < end; i += stride) {
        const QPointF point(loads[i], std::max(curve.monthly[i], least));
        if (curve.isStaircase && !points.isEmpty() && points.back().y() != point.y()) {
            const double riser = std::sqrt(points.back().x() * point.x());
            points.append(QPointF(riser, points.back().y()));
            points.append(QPointF(riser, point.y()));
        }
        points.append(point);
    }
    return points;
}

QPen penOf(const ChartSeries& series, const Theme& theme) {
    QPen pen(theme.*series.line, series.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (series.style == Qt::DotLine) {
        pen.setDashPattern({1, 2});
    }
    return pen;
}

void setUp(QLogValueAxis& axis, double from, double to) {
    axis.setBase(10);
    axis.setRange(from, to);
    axis.setLabelsVisible(false);
    axis.setLineVisible(false);
    // The grid stands on the labels 1-2-5, which this axis has no ticks for: paintGrounds() draws it.
    axis.setMinorTickCount(0);
    axis.setGridLineVisible(false);
    axis.setMinorGridLineVisible(false);
}

}  // namespace

struct PlotPicture::Parts {
    QGraphicsScene scene;
    QChart* chart = new QChart;
    QLogValueAxis* requests = new QLogValueAxis;
    QLogValueAxis* dollars = new QLogValueAxis;
};

PlotPicture::PlotPicture() : m_parts(std::make_unique<Parts>()) {
    QChart& chart = *m_parts->chart;
    m_parts->scene.addItem(&chart);
    chart.legend()->hide();
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins());
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.addAxis(m_parts->requests, Qt::AlignBottom);
    chart.addAxis(m_parts->dollars, Qt::AlignLeft);
}

PlotPicture::~PlotPicture() = default;

void PlotPicture::update(const Curves& curves, const ChartFrame& frame, const QSizeF& size, const Theme& theme) {
    QChart& chart = *m_parts->chart;
    chart.removeAllSeries();
    chart.resize(size);
    m_parts->scene.setSceneRect(QRectF(QPointF(), size));
    setUp(*m_parts->requests, frame.fromRequests, frame.toRequests);
    setUp(*m_parts->dollars, frame.fromDollars, frame.toDollars);
    const auto add = [&](const CostCurve& curve, const QPen& pen) {
        auto* line = new QLineSeries;
        line->setPen(pen);
        chart.addSeries(line);
        line->attachAxis(m_parts->requests);
        line->attachAxis(m_parts->dollars);
        line->replace(pointsOf(curves, curve, frame));
    };
    for (const ChartSeries& series : chartSeries()) {
        const auto curve = std::ranges::find(curves.curves, series.key, &CostCurve::key);
        if (curve == curves.curves.end()) {
            continue;
        }
        if (series.key == "optimal") {
            QColor band = theme.*series.line;
            band.setAlphaF(0.34F);
            add(*curve, QPen(band, 7, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        }
        add(*curve, penOf(series, theme));
    }
    chart.setPlotArea(frame.plot);
}

void PlotPicture::paint(QPainter& painter, const QSizeF& size) const {
    const QRectF whole(QPointF(), size);
    m_parts->scene.render(&painter, whole, whole, Qt::IgnoreAspectRatio);
}

}  // namespace tideline
