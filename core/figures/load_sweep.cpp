// SPDX-License-Identifier: Apache-2.0
#include "core/figures/load_sweep.h"

#include "core/cost/crossovers.h"
#include "core/cost/curve_placement.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// A curve that is drawn, with its bill.
struct Swept {
    const CurveKind* kind = nullptr;
    CurvePlacement placement;
    std::unique_ptr<BillModel> model;
};

/// Without the noise in the last digits of floating point: 150.16100000000003 is 150.161.
double cleaned(double dollars) {
    if (!(dollars > 0)) {
        return 0;
    }
    const double scale = std::pow(10, 14 - std::floor(std::log10(dollars)));
    return std::isfinite(scale) && scale > 0 ? std::round(dollars * scale) / scale : dollars;
}

CostCurve curveOf(std::string key, std::string title, BillModel& model, const std::vector<double>& loads) {
    CostCurve curve{.key = std::move(key), .title = std::move(title), .isStaircase = model.isStaircase()};
    curve.monthly.reserve(loads.size());
    for (const double load : loads) {
        curve.monthly.push_back(cleaned(model.at({load, model.model().drawnRequests}).dollars));
    }
    return curve;
}

std::vector<Swept> sweptOf(UsageShelf& shelf) {
    std::vector<Swept> all;
    for (const CurveKind& kind : curveKinds()) {
        CurvePlacement placement = placedOn(kind, shelf.model());
        if (placement.movedSome) {
            auto model = std::make_unique<BillModel>(shelf, placement.hosts);
            all.push_back({&kind, std::move(placement), std::move(model)});
        }
    }
    return all;
}

std::string whyNone(const CurveRange& range, const CostModel& model) {
    if (!(model.drawnRequests > 0)) {
        return "There is no curve: the design has no entry with requests of users, so nothing grows.";
    }
    if (!(range.from > 0) || !(range.to > range.from) || range.to > 9e15) {
        return "There is no curve: its range must begin above 0 and end above its beginning, at 9,000,000,000,000,000 "
               "at most.";
    }
    return {};
}

}  // namespace

std::vector<double> loadsOf(const CurveRange& range) {
    const int points = std::clamp(range.points, 2, 10'000);
    const double from = std::log10(range.from);
    const double to = std::log10(range.to);
    std::vector<double> loads;
    for (int point = 0; point < points; ++point) {
        loads.push_back(std::pow(10, from + (to - from) * point / (points - 1)));
    }
    loads.front() = range.from;
    loads.back() = range.to;
    return loads;
}

Curves sweepOf(UsageShelf& shelf, BillModel& drawn, const CurveRange& range) {
    Curves curves{.whyNone = whyNone(range, shelf.model())};
    if (!curves.whyNone.empty()) {
        return curves;
    }
    curves.requestsPerMonth = loadsOf(range);
    curves.curves.push_back(curveOf("as-designed", "As designed", drawn, curves.requestsPerMonth));
    std::vector<Swept> all = sweptOf(shelf);
    std::vector<Contender> contenders;
    for (Swept& swept : all) {
        CostCurve curve = curveOf(std::string(swept.kind->key), std::string(swept.kind->title), *swept.model,
                                  curves.requestsPerMonth);
        curve.whole = swept.placement.infeasible.empty();
        curve.infeasible = std::move(swept.placement.infeasible);
        curves.curves.push_back(std::move(curve));
        contenders.push_back({std::string(swept.kind->key), std::string(swept.kind->subject), swept.model.get()});
    }
    const auto last = static_cast<std::int64_t>(std::floor(range.to));
    Comparison comparison = compared(contenders, static_cast<std::int64_t>(std::ceil(range.from)), last);
    curves.crossovers = std::move(comparison.crossovers);
    curves.regions = envelopeWith({"as-designed", "The design", &drawn}, contenders, comparison.cheapest, last);
    curves.cheapest = std::move(comparison.cheapest);
    return curves;
}

}  // namespace tideline
