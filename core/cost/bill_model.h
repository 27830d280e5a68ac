// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/balancer_load.h"
#include "core/cost/node_plan.h"
#include "core/cost/people.h"
#include "core/cost/rounded_price.h"

#include <array>
#include <memory>

namespace tideline {

/// The lines of each service on each host, made when they are first asked for. Bills of several placements share them.
class UsageShelf {
public:
    explicit UsageShelf(const CostModel& model) : m_model(model), m_usages(model.services.size()) {}
    const CostModel& model() const { return m_model; }
    const Usages& of(std::size_t service, Host host);
    const RoundedPrice& rounded(const Price& price);
    BalancerUnits& balancers() { return m_balancers; }

private:
    const CostModel& m_model;
    std::vector<std::array<std::unique_ptr<Usages>, 4>> m_usages;
    std::unordered_map<const Price*, RoundedPrice> m_rounded;  ///< for look-ups only
    BalancerUnits m_balancers;
};

/// The bill of one placement as a function of the load: fast in floating point, exact where a decision hangs on it.
/// Shelf and model must outlive it; not safe for two threads at once.
class BillModel {
public:
    BillModel(UsageShelf& shelf, Hosts hosts);
    BillModel(const BillModel&) = delete;
    BillModel& operator=(const BillModel&) = delete;

    /// Dollars a month, and how many steps (pods, tiers, free amounts, bends) lie below. Steps only grow with the load,
    /// so that between two loads with the same number of steps the bill is a straight line.
    struct Sum {
        double dollars = 0;
        double steps = 0;
    };
    Sum at(const LoadFactor& x);
    using Part = PricePart;
    /// A bill, each price of sums() in it, and the fee of the nodes with the steps that pods make.
    struct Parts {
        Sum all;
        std::vector<Part> prices;
        Sum nodeFee;
        double nodes = 0;  ///< of the week
    };
    /// At whole requests a month, kept: searches for crossovers between several bills meet at the same loads. Valid
    /// until the next call.
    const Parts& atRequests(std::int64_t requests);
    Exact exactAt(const LoadFactor& x);
    /// Dollars of the service's own lines at the load that `at` was asked for last: its shares of each price.
    double ownDollars(std::size_t service) const;

    const CostModel& model() const { return m_shelf.model(); }
    const Hosts& hosts() const { return m_hosts; }
    /// Services in their order with their lines, then shared lines, then those of the cluster. Live in shelf and bill.
    const std::vector<const Usage*>& lines() const { return m_lines; }
    const std::vector<FixedSum>& fixedSums() const { return m_fixed; }
    /// The plan whose line this bill has; null where support is off or no plan is stated.
    const SupportPlan* support() const;
    /// What the plan is a share of: the bill without people and support.
    Exact exactSupported(const LoadFactor& x);
    /// Lines that no service has alone: shared ones, then those of the cluster.
    const Usages& sharedLines() const { return m_shared; }
    /// Units that a line has of its own for each node of the 168 hours.
    double perWeekNode(const Usage& usage) const;
    /// Nodes of the week at the load that `at` was asked for last; nothing where no line counts nodes.
    std::optional<double> countedNodes() const;
    /// Dollars that a share of the nodes' price adds for each node of the week; nothing where no line has such a fee.
    std::optional<double> feeOfNode() const;
    NodePlan& nodes() { return m_nodes; }
    /// Whole pods or nodes make steps in it.
    bool isStaircase() const;

    /// Exact units of a line; node lines are asked for with the nodes of the week.
    Exact exactUnits(const Usage& usage, const Exact& x, const Exact& nodesOfWeek) const;
    /// Dollars for the nodes at so many of them in the week.
    Exact exactNodeDollars(const Exact& nodesOfWeek) const;
    double nodesOfWeek(const LoadFactor& x, double& steps);

    /// Everything of one price, summed up over the account.
    struct PriceSum {
        const Price* price = nullptr;
        double fixed = 0, scaled = 0;
        double perWeekNode = 0;  ///< units for each node of the 168 hours
        std::vector<const Measure*> bent;
        std::vector<const Usage*> usages;
        const RoundedPrice* rounded = nullptr;  ///< in the shelf
        std::optional<std::size_t> freeGroup;  ///< of what several prices have free together
        double lastUnits = 0;  ///< at the load that was asked for last
        Part last;
        /// Fixed and scaled units of its straight measures, added up when they are first needed.
        const std::pair<Exact, Exact>& exactStraight() const;
        mutable std::optional<std::pair<Exact, Exact>> straight;
    };
    const std::vector<PriceSum>& sums() const { return m_sums; }
    bool hasNodeFee() const { return m_autoMode != nullptr; }
    const NodePlan& nodes() const { return m_nodes; }
    /// What no load changes: people and sums set by hand.
    double fixedDollars() const;

private:
    void addLines();
    void applyFixedSums();
    Exact exactUsages(const LoadFactor& x);
    bool isSupported(const FixedSum& fixed) const { return fixed.category != "people"; }
    void addSums();
    void groupFreeUnits();
    /// The last sum if it is that of the price, else a new one behind it.
    PriceSum& sumOf(const Price& price);
    bool freeApplies() const { return model().design->settings.freeAmounts; }
    Exact exactUnitsOf(PriceSum& sum, const Exact& factor, const Exact& nodes) const;
    /// Lots before rounding up, where floating point cannot tell. Prices with lots have no free amount of the account.
    Exact exactLots(PriceSum& sum, const LoadFactor& x, double nodes) const;
    double unitsOf(const PriceSum& sum, const LoadFactor& x, double nodes, double& steps) const;

    UsageShelf& m_shelf;
    Hosts m_hosts;
    NodePlan m_nodes;
    Usages m_shared;  ///< shared lines and those of the cluster
    std::vector<const Usage*> m_lines;
    std::vector<FixedSum> m_fixed;
    std::vector<PriceSum> m_sums;  ///< in the order of the book
    std::vector<double> m_freeUnits;  ///< a month, of each group
    std::vector<double> m_freeLeft;  ///< of these, while a bill is added up
    std::unordered_map<std::int64_t, Parts> m_known;  ///< by requests a month; for look-ups only
    Sum m_lastNodeFee;  ///< at the load that was asked for last
    double m_lastNodes = 0;  ///< the same
    const Usage* m_autoMode = nullptr;
    double m_autoModeEach = 0;  ///< dollars of the fee for a node in the week
    bool m_countsNodes = false;
    LoadFactor m_last;
};

}  // namespace tideline
