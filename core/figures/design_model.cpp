// SPDX-License-Identifier: Apache-2.0
#include "core/figures/design_model.h"

#include "core/cost/discounts.h"

namespace tideline {

DesignModel::DesignModel(const Design& design, const Catalog& catalog, const PriceBook& prices)
    : m_discounted(design.settings.bill.discounts.empty() ? PriceBook{}
                                                          : discounted(prices, design.settings.bill.discounts)),
      m_resolved(resolve(design, catalog)),
      m_flow(flowOf(design, jobsOf(m_resolved))),
      m_cost(costModelOf(design, m_resolved, m_flow, design.settings.bill.discounts.empty() ? prices : m_discounted,
                         prices)),
      m_shelf(m_cost) {}

}  // namespace tideline
