// SPDX-License-Identifier: Apache-2.0
#include "core/figures/design_model.h"

namespace tideline {

DesignModel::DesignModel(const Design& design, const Catalog& catalog, const PriceBook& prices)
    : m_resolved(resolve(design, catalog)),
      m_flow(flowOf(design, jobsOf(m_resolved))),
      m_cost(costModelOf(design, m_resolved, m_flow, prices)),
      m_shelf(m_cost) {}

}  // namespace tideline
