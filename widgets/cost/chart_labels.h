// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/cost/chart_overlay.h"

namespace tideline {

/// Words of the chart that must keep clear of each other.
void paintAxisLabels(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);
void paintEndLabels(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);
/// Diamonds where the cheapest changes; the one nearest to the marker is told in words.
void paintCrossings(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);

}  // namespace tideline
