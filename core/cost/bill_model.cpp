// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bill_model.h"

#include "core/cost/account_pricing.h"
#include "core/cost/category.h"
#include "core/cost/cluster_usages.h"
#include "core/cost/plain_number.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// GB of disk of each node, for as long as it runs.
constexpr double kNodeDiskGb = 20;

constexpr std::size_t kMostKept = 20'000;  // loads of one bill

}  // namespace

const Usages& UsageShelf::of(std::size_t service, Host host) {
    auto& slot = m_usages[service][static_cast<std::size_t>(host)];
    if (slot == nullptr) {
        slot = std::make_unique<Usages>(serviceUsages(m_model, service, host));
    }
    return *slot;
}

const RoundedPrice& UsageShelf::rounded(const Price& price) {
    const auto [at, isNew] = m_rounded.try_emplace(&price);
    if (isNew) {
        at->second = roundedPrice(price);
    }
    return at->second;
}

BillModel::BillModel(UsageShelf& shelf, Hosts hosts)
    : m_shelf(shelf), m_hosts(std::move(hosts)), m_nodes(shelf.model(), m_hosts) {
    addLines();
    applyFixedSums();
    addSums();
}

void BillModel::addLines() {
    for (std::size_t at = 0; at < m_hosts.size(); ++at) {
        for (const Usage& usage : m_shelf.of(at, m_hosts[at])) {
            m_lines.push_back(&usage);
        }
    }
    m_shared = sharedUsages(model(), m_hosts);
    for (Usage& usage : clusterUsages(model(), m_hosts, m_shelf.balancers())) {
        m_shared.push_back(std::move(usage));
    }
    for (const Usage& usage : m_shared) {
        m_lines.push_back(&usage);
    }
}

void BillModel::applyFixedSums() {
    const BillSettings& bill = model().design->settings.bill;
    for (const auto& [category, dollars] : bill.fixed) {
        const bool hasLine =
            std::ranges::any_of(m_lines, [&category](const Usage* usage) { return usage->category == category; });
        const bool isSwitched = (category == "people" || category == "support") && bill.on.contains(category);
        if (!hasLine && (!isSwitched || model().isOff(category))) {
            continue;
        }
        std::erase_if(m_lines, [&category](const Usage* usage) { return usage->category == category; });
        const BillCategory* known = findBillCategory(category);
        m_fixed.push_back({.key = category + "/fixed",
                           .category = category,
                           .title = known != nullptr ? std::string(known->title) : category,
                           .dollars = dollars,
                           .exact = exactOf(dollars),
                           .arithmetic = plainDollars(exactOf(dollars)) + " a month, set by hand",
                           .source = {.title = "set by hand", .url = "", .asOf = ""}});
    }
    for (FixedSum& sum : peopleSums(model(), m_hosts)) {
        m_fixed.push_back(std::move(sum));
    }
}

const SupportPlan* BillModel::support() const {
    const BillSettings& bill = model().design->settings.bill;
    const bool isOn = bill.on.contains("support") && !model().isOff("support") && !bill.fixed.contains("support");
    return isOn && bill.support ? &*bill.support : nullptr;
}

double BillModel::perWeekNode(const Usage& usage) const {
    switch (usage.source) {
    case Usage::Source::NodeHours: return model().prices->hoursPerMonth / kHoursOfWeek;
    case Usage::Source::NodeDisks: return kNodeDiskGb / kHoursOfWeek;
    case Usage::Source::NodeCost:
    case Usage::Source::Metered: break;
    }
    return 0;
}

BillModel::PriceSum& BillModel::sumOf(const Price& price) {
    if (m_sums.empty() || m_sums.back().price != &price) {
        PriceSum& sum = m_sums.emplace_back();
        sum.price = &price;
        sum.rounded = &m_shelf.rounded(price);
    }
    return m_sums.back();
}

void BillModel::addSums() {
    std::vector<const Usage*> priced;
    priced.reserve(m_lines.size());
    for (const Usage* usage : m_lines) {
        if (!hasPrice(*usage)) {
            continue;
        }
        if (usage->source == Usage::Source::NodeCost) {
            m_autoMode = usage;
            m_autoModeEach = approximately(exactNodeDollars(1) * usage->price->tiers.front().value / usage->price->per);
            m_countsNodes = true;
            continue;
        }
        m_countsNodes = m_countsNodes || usage->source != Usage::Source::Metered;
        priced.push_back(usage);
    }
    std::ranges::stable_sort(priced, {}, &Usage::price);
    constexpr std::size_t kUsual = 48;
    m_sums.reserve(kUsual);
    for (const Usage* usage : priced) {
        PriceSum& sum = sumOf(*usage->price);
        sum.usages.push_back(usage);
        sum.perWeekNode += perWeekNode(*usage);
        for (const Measure& measure : usage->measures) {
            if (measure.isStraight()) {
                sum.fixed += measure.fixedUnits();
                sum.scaled += measure.scaledUnits();
            } else {
                sum.bent.push_back(&measure);
            }
        }
    }
    if (freeApplies()) {
        groupFreeUnits();
    }
}

void BillModel::groupFreeUnits() {
    std::map<std::string_view, std::size_t> groups;
    for (PriceSum& sum : m_sums) {
        if (sum.price->freePerMonth) {
            const std::string& group = sum.price->freeGroup.empty() ? sum.price->key : sum.price->freeGroup;
            const auto [at, isNew] = groups.try_emplace(group, m_freeUnits.size());
            if (isNew) {
                m_freeUnits.push_back(sum.rounded->free);
            }
            sum.freeGroup = at->second;
        }
    }
}

double BillModel::unitsOf(const PriceSum& sum, const LoadFactor& x, double nodes, double& steps) const {
    double units = sum.fixed + sum.scaled * x.value() + sum.perWeekNode * nodes;
    for (const Measure* measure : sum.bent) {
        units += measure->unitsAt(x, steps);
    }
    return units;
}

double BillModel::nodesOfWeek(const LoadFactor& x, double& steps) {
    return m_countsNodes ? m_nodes.nodesOfWeek(x, steps) : 0;
}

BillModel::Sum BillModel::at(const LoadFactor& x) {
    Sum result;
    m_last = x;
    m_lastNodeFee = {};
    const double nodes = nodesOfWeek(x, m_lastNodeFee.steps);
    m_lastNodes = nodes;
    m_freeLeft = m_freeUnits;
    for (PriceSum& sum : m_sums) {
        double steps = 0;
        sum.lastUnits = unitsOf(sum, x, nodes, steps);
        double* left = sum.freeGroup ? &m_freeLeft[*sum.freeGroup] : nullptr;
        Part part = partOf(*sum.rounded, sum.lastUnits, left,
                           [&](double lots) { return exactCeiling(lots, [&] { return exactLots(sum, x, nodes); }); });
        part.steps += steps;
        result.dollars += part.dollars;
        result.steps += part.steps;
        sum.last = part;
    }
    m_lastNodeFee.dollars = m_autoMode != nullptr ? m_autoModeEach * nodes : 0;
    result.dollars += m_lastNodeFee.dollars;
    result.steps += m_lastNodeFee.steps;
    double people = 0;
    for (const FixedSum& fixed : m_fixed) {
        (isSupported(fixed) ? result.dollars : people) += fixed.dollars;
    }
    if (const SupportPlan* plan = support()) {
        result.dollars += supportDollars(*plan, result.dollars, result.steps);
    }
    result.dollars += people;
    return result;
}

const BillModel::Parts& BillModel::atRequests(std::int64_t requests) {
    if (m_known.size() > kMostKept) {
        m_known.clear();
    }
    const auto [known, isNew] = m_known.try_emplace(requests);
    Parts& parts = known->second;
    if (isNew) {
        parts.all = at({static_cast<double>(requests), model().drawnRequests});
        parts.nodeFee = m_lastNodeFee;
        parts.nodes = m_lastNodes;
        parts.prices.reserve(m_sums.size());
        for (const PriceSum& sum : m_sums) {
            parts.prices.push_back(sum.last);
        }
    }
    return parts;
}

std::optional<double> BillModel::countedNodes() const {
    return m_countsNodes ? std::optional(m_lastNodes) : std::nullopt;
}

std::optional<double> BillModel::feeOfNode() const {
    return m_autoMode != nullptr ? std::optional(m_autoModeEach) : std::nullopt;
}

double BillModel::fixedDollars() const {
    double dollars = 0;
    for (const FixedSum& fixed : m_fixed) {
        dollars += fixed.dollars;
    }
    return dollars;
}

double BillModel::ownDollars(std::size_t service) const {
    double dollars = 0;
    for (const Usage& usage : m_shelf.of(service, m_hosts[service])) {
        const auto sum = std::ranges::find(m_sums, usage.price, &PriceSum::price);
        if (sum == m_sums.end() || !(sum->lastUnits > 0) || std::ranges::find(m_lines, &usage) == m_lines.end()) {
            continue;
        }
        double units = 0;
        double steps = 0;
        for (const Measure& measure : usage.measures) {
            units += measure.unitsAt(m_last, steps);
        }
        dollars += sum->last.dollars * units / sum->lastUnits;
    }
    return dollars;
}

const std::pair<Exact, Exact>& BillModel::PriceSum::exactStraight() const {
    if (straight) {
        return *straight;
    }
    Exact fixedUnits = 0;
    Exact scaledUnits = 0;
    for (const Usage* usage : usages) {
        for (const Measure& measure : usage->measures) {
            if (measure.isStraight()) {
                fixedUnits += measure.exactFixed();
                scaledUnits += measure.exactScaled();
            }
        }
    }
    return straight.emplace(std::move(fixedUnits), std::move(scaledUnits));
}

Exact BillModel::exactSupported(const LoadFactor& x) {
    Exact total = exactUsages(x);
    for (const FixedSum& fixed : m_fixed) {
        total += isSupported(fixed) ? fixed.exact : Exact(0);
    }
    return total;
}

Exact BillModel::exactUnitsOf(PriceSum& sum, const Exact& factor, const Exact& nodes) const {
    const auto& [fixed, scaled] = sum.exactStraight();
    Exact units = fixed + scaled * factor;
    for (const Measure* measure : sum.bent) {
        units += measure->exactUnitsAt(factor);
    }
    for (const Usage* usage : sum.usages) {
        if (usage->source != Usage::Source::Metered) {
            units += exactUnits(*usage, factor, nodes);
        }
    }
    return units;
}

Exact BillModel::exactLots(PriceSum& sum, const LoadFactor& x, double nodes) const {
    const Exact units = exactUnitsOf(sum, x.exact(), Exact(nodes)) - sum.price->includedPerMonth.value_or(0);
    return units / *sum.price->roundUpTo;
}

Exact BillModel::exactAt(const LoadFactor& x) {
    Exact total = exactSupported(x);
    if (const SupportPlan* plan = support()) {
        total += exactSupportDollars(*plan, total);
    }
    for (const FixedSum& fixed : m_fixed) {
        total += isSupported(fixed) ? Exact(0) : fixed.exact;
    }
    return total;
}

Exact BillModel::exactUsages(const LoadFactor& x) {
    double steps = 0;
    const Exact factor = x.exact();
    const Exact nodes(nodesOfWeek(x, steps));
    std::vector<AccountUsage> usages;
    for (PriceSum& sum : m_sums) {
        usages.push_back({sum.price, exactUnitsOf(sum, factor, nodes)});
    }
    Exact total = 0;
    for (const Exact& dollars : accountCosts(usages, freeApplies() ? FreeAmounts::Applied : FreeAmounts::NotApplied)) {
        total += dollars;
    }
    if (m_autoMode != nullptr) {
        total += exactNodeDollars(nodes) * m_autoMode->price->tiers.front().value / m_autoMode->price->per;
    }
    return total;
}

Exact BillModel::exactUnits(const Usage& usage, const Exact& x, const Exact& nodesOfWeek) const {
    switch (usage.source) {
    case Usage::Source::NodeHours: return nodesOfWeek * exactOf(model().prices->hoursPerMonth) / kHoursOfWeek;
    case Usage::Source::NodeDisks: return nodesOfWeek * exactOf(kNodeDiskGb) / kHoursOfWeek;
    case Usage::Source::NodeCost: return exactNodeDollars(nodesOfWeek);
    case Usage::Source::Metered: break;
    }
    Exact units = 0;
    for (const Measure& measure : usage.measures) {
        units += measure.exactUnitsAt(x);
    }
    return units;
}

Exact BillModel::exactNodeDollars(const Exact& nodesOfWeek) const {
    // The fee is a share of the list price, whatever discount the nodes have (cost.md 1.5).
    const Price* price = model().listPrice(model().cluster().nodePrice);
    if (price == nullptr || price->unit != "hours" || price->userSupplied) {
        return 0;
    }
    return costOf(*price, nodesOfWeek * exactOf(model().prices->hoursPerMonth) / kHoursOfWeek);
}

bool BillModel::isStaircase() const {
    return (m_countsNodes && m_nodes.hasPods() && !model().cluster().nodes) ||
           std::ranges::any_of(m_sums, [](const PriceSum& sum) { return !sum.bent.empty() || sum.rounded->lot > 0; });
}

}  // namespace tideline
