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

/// Bills of one model over the loads.
class Line {
public:
    Line(BillModel& model, const std::vector<double>& loads, double drawnRequests)
        : m_model(model), m_loads(loads), m_drawn(drawnRequests), m_bills(loads.size()) {
        take(0);
        take(loads.size() - 1);
        fillBetween(0, loads.size() - 1);
    }
    const std::vector<BillModel::Sum>& bills() const { return m_bills; }

private:
    void take(std::size_t at) { m_bills[at] = m_model.at({m_loads[at], m_drawn}); }

    /// Both ends are known.
    void fillBetween(std::size_t low, std::size_t high) {
        if (high - low < 2) {
            return;
        }
        if (m_bills[low].steps != m_bills[high].steps) {
            const std::size_t middle = (low + high) / 2;
            take(middle);
            fillBetween(low, middle);
            fillBetween(middle, high);
            return;
        }
        const double slope = (m_bills[high].dollars - m_bills[low].dollars) / (m_loads[high] - m_loads[low]);
        for (std::size_t at = low + 1; at < high; ++at) {
            m_bills[at] = {m_bills[low].dollars + (m_loads[at] - m_loads[low]) * slope, m_bills[low].steps};
        }
    }

    BillModel& m_model;
    const std::vector<double>& m_loads;
    double m_drawn;
    std::vector<BillModel::Sum> m_bills;
};

CostCurve curveOf(std::string key, std::string title, BillModel& model, const std::vector<double>& loads) {
    CostCurve curve{.key = std::move(key), .title = std::move(title), .isStaircase = model.isStaircase()};
    curve.monthly = dollarsOver(model, loads, model.model().drawnRequests);
    std::ranges::transform(curve.monthly, curve.monthly.begin(), cleaned);
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

std::vector<double> dollarsOver(BillModel& model, const std::vector<double>& loads, double drawnRequests) {
    const Line line(model, loads, drawnRequests);
    std::vector<double> dollars;
    dollars.reserve(loads.size());
    for (const BillModel::Sum& bill : line.bills()) {
        dollars.push_back(bill.dollars);
    }
    return dollars;
}

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
