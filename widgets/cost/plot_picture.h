// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/cost/chart_frame.h"
#include "widgets/look/theme.h"

#include <memory>

class QPainter;

namespace tideline {

/// Axes, grid and curves of the cost chart. The only class that knows QtCharts; what has no room in a charting
/// library (regions, labels, crossings, the marker) is painted over it by chart_overlay.
class PlotPicture {
public:
    PlotPicture();
    ~PlotPicture();
    /// At most 260 points a curve are drawn; staircases get upright risers.
    void update(const Curves& curves, const ChartFrame& frame, const QSizeF& size, const Theme& theme);
    /// As shapes, on a ground that the caller has painted.
    void paint(QPainter& painter, const QSizeF& size) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace tideline
