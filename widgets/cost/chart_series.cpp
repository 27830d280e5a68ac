// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_series.h"

#include "core/cost/crossover_reason.h"
#include "widgets/look/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tideline {

namespace {

constexpr std::array kSeries{
    ChartSeries{"optimal", "Optimal", "Optimal cheapest", "Optimal", &Theme::optMark, &Theme::optText, &Theme::optSoft,
                1.25, Qt::SolidLine},
    ChartSeries{"all-wasm", "All Wasm", "Wasm cheapest", "Wasm", &Theme::wasmMark, &Theme::wasmText, &Theme::wasmZone,
                2, Qt::DotLine},
    ChartSeries{"all-functions", "All functions", "Serverless cheapest", "Serverless", &Theme::edgeMark,
                &Theme::edgeText, &Theme::edgeZone, 2, Qt::SolidLine},
    ChartSeries{"all-kubernetes", "All Kubernetes", "Kubernetes cheapest", "Kubernetes", &Theme::coreMark,
                &Theme::coreText, &Theme::coreZone, 2, Qt::SolidLine},
    ChartSeries{"as-designed", "As designed", "Your design cheapest", "Your design", &Theme::ink, &Theme::ink,
                &Theme::optSoft, 2.5, Qt::SolidLine},
};

/// The lowest drawn curve at a point; the design wins ties, then the earlier curve.
const CostCurve* lowestAt(const Curves& curves, std::size_t point) {
    const CostCurve* lowest = nullptr;
    for (const CostCurve& curve : curves.curves) {
        if (curve.key == "optimal" || !findChartSeries(curve.key)) {
            continue;
        }
        const double cost = curve.monthly[point];
        const bool isTiedDesign = lowest && cost <= lowest->monthly[point] * (1 + 1e-9) && curve.key == "as-designed";
        if (!lowest || cost < lowest->monthly[point] * (1 - 1e-9) || isTiedDesign) {
            lowest = &curve;
        }
    }
    return lowest;
}

double boundaryBetween(const Curves& curves, std::size_t point, const CostCurve& before, const CostCurve& after) {
    const double left = curves.requestsPerMonth[point], right = curves.requestsPerMonth[point + 1];
    for (const Crossover& crossover : curves.crossovers) {
        const double at = approximately(crossover.requestsPerMonth);
        if (crossover.from == before.key && crossover.to == after.key && at >= left && at <= right) {
            return at;
        }
    }
    const double gapLeft = std::log(after.monthly[point] / before.monthly[point]);
    const double gapRight = std::log(after.monthly[point + 1] / before.monthly[point + 1]);
    const double share = gapLeft > 0 && gapRight < 0 ? gapLeft / (gapLeft - gapRight) : 1;
    return std::exp(std::log(left) + share * (std::log(right) - std::log(left)));
}

double widthOf(const ChartRegion& region) {
    return std::log10(region.to / region.from);
}

}  // namespace

std::span<const ChartSeries> chartSeries() {
    return kSeries;
}

const ChartSeries* findChartSeries(std::string_view key) {
    const auto at = std::ranges::find(kSeries, key, &ChartSeries::key);
    return at == kSeries.end() ? nullptr : &*at;
}

double costAt(const Curves& curves, const CostCurve& curve, double requests) {
    const auto& loads = curves.requestsPerMonth;
    if (loads.empty() || curve.monthly.size() != loads.size()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto above = std::ranges::upper_bound(loads, requests);
    if (above == loads.begin()) {
        return curve.monthly.front();
    }
    const auto left = static_cast<std::size_t>(above - loads.begin()) - 1;
    if (above == loads.end() || curve.isStaircase) {
        return curve.monthly[left];
    }
    // Bills grow in straight lines between the bends of their tiers: nothing is lost by going straight.
    const double share = (requests - loads[left]) / (loads[left + 1] - loads[left]);
    return curve.monthly[left] + share * (curve.monthly[left + 1] - curve.monthly[left]);
}

std::vector<ChartRegion> cheapestRegions(const Curves& curves) {
    std::vector<ChartRegion> regions;
    const CostCurve* winner = nullptr;
    for (std::size_t i = 0; i < curves.requestsPerMonth.size(); ++i) {
        const CostCurve* lowest = lowestAt(curves, i);
        if (!lowest) {
            return {};
        }
        if (lowest != winner) {
            const double from = winner ? boundaryBetween(curves, i - 1, *winner, *lowest) : curves.requestsPerMonth[i];
            if (winner) {
                regions.back().to = from;
            }
            regions.push_back({from, from, lowest->key});
            winner = lowest;
        }
        regions.back().to = curves.requestsPerMonth[i];
    }
    return regions;
}

std::vector<ChartRegion> withCloseCalls(std::vector<ChartRegion> regions, double decades) {
    std::vector<ChartRegion> merged;
    for (std::size_t i = 0; i < regions.size();) {
        std::size_t end = i;
        while (end < regions.size() && widthOf(regions[end]) < decades) {
            ++end;
        }
        if (end - i >= 2) {
            merged.push_back({regions[i].from, regions[end - 1].to, {}});
            i = end;
        } else {
            merged.push_back(regions[i]);
            ++i;
        }
    }
    return merged;
}

std::vector<ChartCrossing> cheapestChanges(const Curves& curves) {
    std::vector<ChartCrossing> changes;
    const std::vector<ChartRegion> regions = cheapestRegions(curves);
    for (std::size_t i = 1; i < regions.size(); ++i) {
        const auto curve = std::ranges::find(curves.curves, regions[i].key, &CostCurve::key);
        changes.push_back({regions[i].from, costAt(curves, *curve, regions[i].from), regions[i].key});
    }
    return changes;
}

QString crossingTitle(std::string_view to) {
    const ChartSeries* series = findChartSeries(to);
    return QString::fromStdString(becomesCheaper(series ? series->shortWinner : "The other"));
}

QString cheapestSentence(const Curves& curves, double here) {
    const std::vector<ChartRegion> regions = cheapestRegions(curves);
    for (const ChartRegion& region : regions) {
        if (region.key != "as-designed" && !(here >= region.from && here < region.to)) {
            continue;
        }
        const bool isDesign = region.key == "as-designed";
        const bool holdsHere = here >= region.from && here < region.to;
        if (isDesign && !holdsHere && regions.size() > 1) {
            continue;
        }
        const ChartSeries* series = findChartSeries(region.key);
        const QString who =
            isDesign ? QCoreApplication::translate("tideline", "Your design is")
                     : QCoreApplication::translate("tideline", "%1 would be").arg(QLatin1String(series->title));
        const bool hasStart = region.from > curves.requestsPerMonth.front();
        const bool hasEnd = region.to < curves.requestsPerMonth.back();
        const QString stretch =
            hasStart && hasEnd ? QCoreApplication::translate("tideline", "from %1 to %2 requests a month")
                                     .arg(requestsText(region.from), requestsText(region.to))
            : hasStart
                ? QCoreApplication::translate("tideline", "from %1 requests a month on").arg(requestsText(region.from))
            : hasEnd ? QCoreApplication::translate("tideline", "up to %1 requests a month").arg(requestsText(region.to))
                     : QCoreApplication::translate("tideline", "at any load");
        return QCoreApplication::translate("tideline", "%1 cheapest %2").arg(who, stretch);
    }
    return QString::fromStdString(curves.whyNone);
}

}  // namespace tideline
