// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/growth.h"
#include "widgets/cost/chart_series.h"

#include <QRectF>
#include <QStringList>
#include <vector>

class QPainter;

namespace tideline {

/// Months to the right, dollars from 0 upwards.
struct GrowthFrame {
    QRectF plot;
    double mostDollars = 1;
    int months = 36;

    double x(int month) const { return plot.left() + plot.width() * (month - 1) / std::max(1, months - 1); }
    double y(double dollars) const { return plot.bottom() - plot.height() * dollars / mostDollars; }
};

/// One curve over the months.
struct GrowthLine {
    const ChartSeries* series;
    std::vector<double> monthly;
};
/// In painting order: as designed is the last.
std::vector<GrowthLine> growthLines(const std::vector<GrowthMonth>& months);
/// The highest cost, rounded up to 1, 2, 5 or 10 of its decade; what the design itself never comes near is left out.
double topOfGrowth(const std::vector<GrowthMonth>& months);
/// "Doubles in month 9": when its bill is first twice that of now; empty where it never is.
QString doublingSentence(const std::vector<GrowthMonth>& months);
/// "All Kubernetes cheaper from month 14"; empty where nothing overtakes the design.
QString overtakingSentence(const std::vector<GrowthMonth>& months);
/// Both above the plot, right of the field: on one line, or one below the other where that has no room.
QStringList growthHeadLines(const GrowthFrame& frame, const std::vector<GrowthMonth>& months);
QRectF growthHead(const GrowthFrame& frame);

void paintGrowthAxes(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months,
                     const Theme& theme);
void paintGrowthLines(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months,
                      const Theme& theme);
void paintGrowthReadOut(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months, int month,
                        const Theme& theme);

}  // namespace tideline
