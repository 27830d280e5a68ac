// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"

namespace tideline {

/// A design resolved, with its flow and all that its bills share. Stays where it is made: its parts point at each
/// other. Design, catalogue and book must outlive it.
class DesignModel {
public:
    DesignModel(const Design& design, const Catalog& catalog, const PriceBook& prices);
    /// The same with other numbers: `like` has the same services with the same fields, and its book has the same keys in
    /// the same order. It must outlive this model, too.
    DesignModel(const Design& design, const PriceBook& prices, const DesignModel& like);
    DesignModel(const DesignModel&) = delete;
    DesignModel& operator=(const DesignModel&) = delete;

    const CostModel& cost() const { return m_cost; }
    UsageShelf& shelf() { return m_shelf; }
    const ResolvedDesign& resolved() const { return *m_cost.resolved; }
    const Flow& flow() const { return m_flow; }
    /// For the figures, once nothing of the model is used any more. Of a model that is like another, empty.
    ResolvedDesign takeResolved() { return std::move(m_resolved); }
    Flow takeFlow() { return std::move(m_flow); }

private:
    PriceBook m_discounted;  ///< empty where the design states no discounts
    ResolvedDesign m_resolved;  ///< empty where the model is like another
    Flow m_flow;
    CostModel m_cost;
    UsageShelf m_shelf;
};

}  // namespace tideline
