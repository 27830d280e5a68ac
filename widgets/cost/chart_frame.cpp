// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_frame.h"

#include "widgets/cost/chart_series.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr std::array kSteps{1.0, 2.0, 5.0, 10.0};

double roundedDown(double number) {
    const double decade = std::pow(10, std::floor(std::log10(number) + 1e-9));
    double best = decade;
    for (const double step : kSteps) {
        if (decade * step <= number * (1 + 1e-9)) {
            best = decade * step;
        }
    }
    return best;
}

double roundedUp(double number) {
    const double decade = std::pow(10, std::floor(std::log10(number) + 1e-9));
    for (const double step : kSteps) {
        if (decade * step >= number * (1 - 1e-9)) {
            return decade * step;
        }
    }
    return decade * 10;
}

void setMoneyRange(ChartFrame& frame, const Curves& curves) {
    double lowest = 0, highest = 0;
    for (const CostCurve& curve : curves.curves) {
        if (!findChartSeries(curve.key)) {
            continue;
        }
        for (std::size_t i = 0; i < curve.monthly.size(); ++i) {
            const double at = curves.requestsPerMonth[i];
            const double cost = curve.monthly[i];
            if (at < frame.fromRequests || at > frame.toRequests || cost <= 0) {
                continue;
            }
            lowest = lowest == 0 ? cost : std::min(lowest, cost);
            highest = std::max(highest, cost);
        }
    }
    // Logarithms have no 0: a free stretch of a curve leaves through the bottom.
    highest = std::max(highest, 1.0);
    lowest = std::clamp(lowest, highest / 1e4, highest / 2);
    frame.fromDollars = roundedDown(lowest);
    frame.toDollars = roundedUp(highest);
}

}  // namespace

double ChartFrame::x(double requests) const {
    return plot.left() + plot.width() * std::log(requests / fromRequests) / std::log(toRequests / fromRequests);
}

double ChartFrame::y(double dollars) const {
    const double least = std::max(dollars, fromDollars * 1e-6);
    return plot.bottom() - plot.height() * std::log(least / fromDollars) / std::log(toDollars / fromDollars);
}

double ChartFrame::requestsAt(double pixel) const {
    const double share = (pixel - plot.left()) / plot.width();
    return fromRequests * std::pow(toRequests / fromRequests, share);
}

ChartFrame chartFrame(const QSizeF& size, const Curves& curves, double here, ChartSize kind) {
    ChartFrame frame;
    const bool isFull = kind == ChartSize::Full;
    frame.stripHeight = isFull ? 22 : 16;
    const double left = isFull ? 56 : 44, right = isFull ? 150 : 118, top = isFull ? 36 : 10, bottom = isFull ? 48 : 28;
    frame.plot = QRectF(left, top + frame.stripHeight, std::max(40.0, size.width() - left - right),
                        std::max(30.0, size.height() - top - bottom - frame.stripHeight));
    if (curves.requestsPerMonth.empty()) {
        return frame;
    }
    const double least = curves.requestsPerMonth.front(), most = curves.requestsPerMonth.back();
    const double middle = std::clamp(here, least, most);
    frame.fromRequests = std::max(least, roundedDown(middle / std::pow(10, 1.2)));
    frame.toRequests = std::min(most, roundedUp(middle * std::pow(10, 1.2)));
    setMoneyRange(frame, curves);
    return frame;
}

std::vector<double> ticksBetween(double from, double to) {
    std::vector<double> ticks;
    for (double decade = std::pow(10, std::floor(std::log10(from) + 1e-9)); decade <= to * 1.0001; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            if (decade * step >= from * 0.9999 && decade * step <= to * 1.0001) {
                ticks.push_back(decade * step);
            }
        }
    }
    return ticks;
}

}  // namespace tideline
