// SPDX-License-Identifier: Apache-2.0
#include "core/figures/design_model.h"

#include "core/cost/discounts.h"

namespace tideline {

namespace {

PriceBook discountedOf(const Design& design, const PriceBook& prices) {
    const auto& discounts = design.settings.bill.discounts;
    return discounts.empty() ? PriceBook{} : discounted(prices, discounts);
}

}  // namespace

DesignModel::DesignModel(const Design& design, const Catalog& catalog, const PriceBook& prices)
    : m_discounted(discountedOf(design, prices)),
      m_resolved(resolve(design, catalog)),
      m_flow(flowOf(design, jobsOf(m_resolved))),
      m_cost(costModelOf(design, m_resolved, m_flow, design.settings.bill.discounts.empty() ? prices : m_discounted,
                         prices, indexOf(prices))),
      m_shelf(m_cost) {}

DesignModel::DesignModel(const Design& design, const PriceBook& prices, const DesignModel& like)
    : m_discounted(discountedOf(design, prices)),
      m_flow(flowOf(design, jobsOf(like.resolved()))),
      m_cost(costModelOf(design, like.resolved(), m_flow,
                         design.settings.bill.discounts.empty() ? prices : m_discounted, prices, like.cost().priceAt)),
      m_shelf(m_cost) {}

}  // namespace tideline
