// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/uncertainty.h"
#include "widgets/cost/chart_frame.h"
#include "widgets/look/theme.h"

#include <optional>

class QPainter;

namespace tideline {

/// What the chart shows beside its curves.
struct ChartMoment {
    const Curves& curves;
    double here = 0;               ///< where the marker stands
    std::optional<double> hover;   ///< where the read-out is asked for
    bool isDragged = false;
    bool hasFocus = false;
    ChartSize size = ChartSize::Strip;
    const Uncertainty* likely = nullptr;  ///< null: the likely range is not shown
    bool showsPoints = false;             ///< those of the articles
    bool withPeople = false;              ///< the bills count people and tools
};

/// Under the curves: the ground of each region.
void paintGrounds(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);
/// Over them: strip, axis numbers, names at the right end, crossings with their plate, the marker.
void paintOverlay(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);
/// The popup with what every curve costs there, cheapest last.
void paintReadOut(QPainter& painter, const ChartFrame& frame, const ChartMoment& moment, const Theme& theme);

/// The handle on the axis.
QRectF markerPill(const ChartFrame& frame, double here);

}  // namespace tideline
