// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"

#include <QRectF>
#include <vector>

namespace tideline {

/// Both axes of the cost chart, logarithmic, and the place of the plot in the widget.
struct ChartFrame {
    QRectF plot;             ///< without the strip on top
    double stripHeight = 16; ///< "who wins", above the plot
    double fromRequests = 1, toRequests = 10, fromDollars = 1, toDollars = 10;

    double x(double requests) const;
    double y(double dollars) const;
    double requestsAt(double pixel) const;
    QRectF strip() const { return {plot.left(), plot.top() - stripHeight, plot.width(), stripHeight}; }
};

enum class ChartSize { Strip, Full };

/// Margins by the size; the range is 1.2 decades to both sides of `here`, rounded outwards to 1-2-5, the money from the
/// lowest to the highest curve within it.
ChartFrame chartFrame(const QSizeF& size, const Curves& curves, double here, ChartSize kind);

/// The numbers 1, 2, 5, 10, ... between two.
std::vector<double> ticksBetween(double from, double to);

}  // namespace tideline
