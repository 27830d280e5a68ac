// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/published_points.h"
#include "widgets/cost/chart_overlay.h"
#include "widgets/cost/chart_series.h"

namespace tideline {

/// The likely range of the design as drawn: from P10 to P90.
void paintLikelyRange(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);
/// The articles' table as hollow dots.
void paintPublishedPoints(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);

/// The published point under the pointer; null where there is none.
const PublishedPoint* publishedPointAt(const ChartFrame& frame, QPointF at);
/// "The articles: 50.0 M requests/month on functions, $672.00", then what it assumes.
QString publishedText(const PublishedPoint& point);

/// Stretches where more than one sample in ten has another winner become regions without one.
std::vector<ChartRegion> withDoubt(std::vector<ChartRegion> regions, const Uncertainty& likely);

}  // namespace tideline
