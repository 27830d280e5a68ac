// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"
#include "widgets/look/theme.h"

#include <QString>
#include <span>
#include <vector>

namespace tideline {

/// How a curve is drawn and spoken of. One row a curve key.
struct ChartSeries {
    std::string_view key;
    const char* title;         ///< "All Kubernetes"
    const char* winner;        ///< "Kubernetes cheapest"
    const char* shortWinner;   ///< "Kubernetes"
    QColor Theme::*line;
    QColor Theme::*text;
    QColor Theme::*ground;     ///< of its region
    double width;
    Qt::PenStyle style;
};

/// In painting order: the last is on top.
std::span<const ChartSeries> chartSeries();
/// Null for keys that are not drawn.
const ChartSeries* findChartSeries(std::string_view key);

/// What a curve costs at a load between its points: on the straight line between them, at the step below on a
/// staircase.
double costAt(const Curves& curves, const CostCurve& curve, double requests);

/// Who is cheapest over a stretch of load; `key` of a curve, empty where it is too close to call.
struct ChartRegion {
    double from = 0, to = 0;
    std::string key;
};
/// The lowest of the drawn curves over the whole range, in order. Ends that are crossovers are exact.
std::vector<ChartRegion> cheapestRegions(const Curves& curves);
/// Regions that are narrower than `decades` and alternate become one that is too close to call.
std::vector<ChartRegion> withCloseCalls(std::vector<ChartRegion> regions, double decades);

/// Where another curve becomes the cheapest of the drawn ones.
struct ChartCrossing {
    double requests = 0, dollars = 0;
    std::string to;  ///< key of the curve
};
std::vector<ChartCrossing> cheapestChanges(const Curves& curves);
/// "Kubernetes becomes cheaper".
QString crossingTitle(std::string_view to);
/// "Your design is cheapest from 22.7 M to 86.2 M requests a month", or who else is at `here`.
QString cheapestSentence(const Curves& curves, double here);

}  // namespace tideline
