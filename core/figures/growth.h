// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"

namespace tideline {

/// Traffic that grows by the same share each month.
struct GrowthOptions {
    double monthlyShare = 0.1;  ///< 0.1 = ten per cent more each month; above -1
    int months = 36;            ///< 1 to 120, the first is the month as drawn
};

/// One month of the growth: what the design costs as drawn, by category, and what the all-... curves cost then.
struct GrowthMonth {
    int month = 1;
    double requestsPerMonth = 0;
    double monthly = 0;  ///< dollars, as designed
    std::vector<std::pair<std::string, double>> byCategory;  ///< in the order of the bill; only those above 0
    std::vector<std::pair<std::string, double>> curves;      ///< key, dollars
};

/// The bills of the months to come. Empty where the design has no requests of users.
std::vector<GrowthMonth> growthOf(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                  const GrowthOptions& options);

}  // namespace tideline
