// SPDX-License-Identifier: Apache-2.0
#include "core/figures/growth.h"

#include "core/cost/bill_lines.h"
#include "core/cost/category.h"
#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"

#include <algorithm>
#include <memory>

namespace tideline {

namespace {

std::vector<std::pair<std::string, double>> categoriesOf(const Bill& bill) {
    std::vector<std::pair<std::string, double>> sums;
    for (const BillCategory& category : billCategories()) {
        double dollars = 0;
        for (const BillLine& line : bill.lines) {
            dollars += line.category == category.key ? line.monthly.dollars() : 0;
        }
        if (dollars > 0) {
            sums.emplace_back(category.key, dollars);
        }
    }
    return sums;
}

}  // namespace

std::vector<GrowthMonth> growthOf(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                  const GrowthOptions& options) {
    std::vector<GrowthMonth> months;
    DesignModel model(design, catalog, prices);
    const double drawn = model.cost().drawnRequests;
    if (!(drawn > 0) || options.monthlyShare <= -1) {
        return months;
    }
    BillModel asDrawn(model.shelf(), drawnHosts(model.cost()));
    std::vector<std::pair<std::string, std::unique_ptr<BillModel>>> curves;
    for (const CurveKind& kind : curveKinds()) {
        const CurvePlacement placement = placedOn(kind, model.cost());
        if (placement.movedSome) {
            curves.emplace_back(kind.key, std::make_unique<BillModel>(model.shelf(), placement.hosts));
        }
    }
    double requests = drawn;
    for (int month = 1; month <= std::clamp(options.months, 1, 120) && requests <= 1e15; ++month) {
        const LoadFactor x(requests, drawn);
        const Bill bill = billOf(asDrawn, x, requests);
        GrowthMonth row{.month = month, .requestsPerMonth = requests, .monthly = bill.monthly.dollars()};
        row.byCategory = categoriesOf(bill);
        for (const auto& [key, curve] : curves) {
            row.curves.emplace_back(key, curve->at(x).dollars);
        }
        months.push_back(std::move(row));
        requests *= 1 + options.monthlyShare;
    }
    return months;
}

}  // namespace tideline
