// SPDX-License-Identifier: Apache-2.0
#include "core/cost/moved_bill.h"

#include "core/cost/cluster_usages.h"

#include <algorithm>
#include <functional>

namespace tideline {

namespace {

double unitsOf(const Usage& usage) {
    double units = 0;
    double steps = 0;
    for (const Measure& measure : usage.measures) {
        units += measure.unitsAt({}, steps);
    }
    return units;
}

/// What is left of the free amounts of an account, by group.
class FreeUnits {
public:
    double* of(const Price& price, const RoundedPrice& rounded) {
        if (!price.freePerMonth) {
            return nullptr;
        }
        const std::string_view group = price.freeGroup.empty() ? price.key : price.freeGroup;
        const auto known = std::ranges::find(m_left, group, &Left::first);
        return known != m_left.end() ? &known->second : &m_left.emplace_back(group, rounded.free).second;
    }

private:
    using Left = std::pair<std::string_view, double>;
    std::vector<Left> m_left;
};

}  // namespace

MovedBill::MovedBill(UsageShelf& shelf, BillModel& drawn) : m_shelf(shelf), m_drawn(drawn), m_hosts(drawn.hosts()) {
    m_drawn.at({});
    const BillSettings& settings = m_drawn.model().design->settings.bill;
    m_isOfLines = settings.fixed.empty() && !settings.on.contains("people") && m_drawn.fixedSums().empty() &&
                  m_drawn.support() == nullptr;
    m_sharers = firstSharers(m_drawn.model(), m_hosts);
    for (const Usage& usage : m_drawn.sharedLines()) {
        if (isZoneLine(usage)) {
            continue;
        }
        change(m_withoutShared, usage, m_drawn.countedNodes().value_or(0), -1);
    }
}

MovedBill::Dollars MovedBill::on(std::size_t service, Host host) {
    std::optional<Dollars> changed = m_isOfLines ? billedByChange(service, host) : std::nullopt;
    return changed ? *changed : billedAnew(service, host);
}

MovedBill::Dollars MovedBill::billedAnew(std::size_t service, Host host) {
    Hosts hosts = m_hosts;
    hosts[service] = host;
    BillModel moved(m_shelf, std::move(hosts));
    const double all = moved.at({}).dollars;
    return {all, moved.ownDollars(service)};
}

std::optional<MovedBill::Dollars> MovedBill::billedByChange(std::size_t service, Host host) {
    const Host drawn = m_hosts[service];
    const CostModel& model = m_drawn.model();
    Changes changes = m_withoutShared;
    if (const std::optional<Usage> zones = zoneUsage(model, m_hosts, service)) {
        change(changes, *zones, 0, -1);
    }
    m_hosts[service] = host;
    if (const std::optional<Usage> zones = zoneUsage(model, m_hosts, service)) {
        change(changes, *zones, 0, 1);
    }
    Usages shared = sharedUsages(model, m_hosts, sharersWith(service));
    for (Usage& usage : clusterUsagesBesideZones(model, m_hosts, m_shelf.balancers())) {
        shared.push_back(std::move(usage));
    }
    const std::optional<double> nodes = nodesOf(service, drawn, shared);
    m_hosts[service] = drawn;
    if (!nodes) {
        return std::nullopt;
    }
    double fee = 0;
    for (const Usage& usage : shared) {
        if (usage.source == Usage::Source::NodeCost && hasPrice(usage)) {
            if (!m_drawn.feeOfNode()) {
                return std::nullopt;
            }
            fee = *m_drawn.feeOfNode() * *nodes;
        }
        change(changes, usage, *nodes, 1);
    }
    for (const Usage& usage : m_shelf.of(service, drawn)) {
        change(changes, usage, 0, -1);
    }
    const Usages& own = m_shelf.of(service, host);
    for (const Usage& usage : own) {
        change(changes, usage, 0, 1);
    }
    std::optional<Dollars> dollars = dollarsOf(std::move(changes), own);
    if (dollars) {
        dollars->all += fee;
    }
    return dollars;
}

std::optional<MovedBill::Dollars> MovedBill::dollarsOf(Changes changes, const Usages& own) {
    std::ranges::stable_sort(changes, {}, &Changes::value_type::first);
    const bool hasFree = m_drawn.model().design->settings.freeAmounts;
    const auto& sums = m_drawn.sums();
    FreeUnits free;
    Dollars dollars;
    bool isClear = true;
    const auto wholeLots = [&](double lots) {
        const double clear = clearCeiling(lots);
        isClear = isClear && clear > 0;
        return clear;
    };
    // Both are in the order of the book, in which prices share what is free.
    for (std::size_t sum = 0, changed = 0; sum < sums.size() || changed < changes.size();) {
        const bool isDrawn =
            sum < sums.size() && (changed == changes.size() || !std::less<>()(changes[changed].first, sums[sum].price));
        const Price* price = isDrawn ? sums[sum].price : changes[changed].first;
        double units = isDrawn ? sums[sum++].lastUnits : 0;
        for (; changed < changes.size() && changes[changed].first == price; ++changed) {
            units += changes[changed].second;
        }
        const RoundedPrice& rounded = m_shelf.rounded(*price);
        const PricePart part = partOf(rounded, units, hasFree ? free.of(*price, rounded) : nullptr, wholeLots);
        dollars.all += part.dollars;
        for (const Usage& usage : own) {
            dollars.own += usage.price == price && units > 0 ? part.dollars * unitsOf(usage) / units : 0;
        }
    }
    return isClear ? std::optional(dollars) : std::nullopt;
}

std::optional<double> MovedBill::nodesOf(std::size_t service, Host drawn, const Usages& shared) {
    const bool countsNodes = std::ranges::any_of(
        shared, [](const Usage& usage) { return hasPrice(usage) && usage.source != Usage::Source::Metered; });
    if (!countsNodes) {
        return 0;
    }
    if (m_drawn.countedNodes() && isPod(service, drawn) == isPod(service, m_hosts[service])) {
        return m_drawn.countedNodes();
    }
    const double times = isPod(service, drawn) ? -1 : 1;
    if (m_drawn.countedNodes()) {
        if (const std::optional<double> nodes = m_drawn.nodes().nodesOfWeekChangedBy(service, times)) {
            return nodes;
        }
    }
    double steps = 0;
    return NodePlan(m_drawn.model(), m_hosts).nodesOfWeek({}, steps);
}

void MovedBill::change(Changes& changes, const Usage& usage, double nodes, double times) const {
    if (hasPrice(usage) && usage.source != Usage::Source::NodeCost) {
        changes.emplace_back(usage.price, times * (unitsOf(usage) + m_drawn.perWeekNode(usage) * nodes));
    }
}

std::vector<std::size_t> MovedBill::sharersWith(std::size_t service) const {
    std::vector<std::size_t> sharers = m_sharers;
    const auto at = std::ranges::lower_bound(sharers, service);
    if (at == sharers.end() || *at != service) {
        sharers.insert(at, service);
    }
    return sharers;
}

bool MovedBill::isPod(std::size_t service, Host host) const {
    return host == Host::Kubernetes && m_drawn.model().services[service].canBePod;
}

}  // namespace tideline
