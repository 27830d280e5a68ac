// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bill_lines.h"

#include "core/cost/account_pricing.h"
#include "core/cost/category.h"
#include "core/cost/line_text.h"
#include "core/cost/money_shares.h"
#include "core/cost/plain_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

/// All lines of one price at one load.
struct Pool {
    const Price* price = nullptr;
    std::vector<std::size_t> lines;  ///< positions in BillModel::lines()
    Exact units;
    Exact free;
    std::vector<TierPart> parts;
};

/// A line before rounding, with what says where it belongs.
struct Draft {
    std::size_t line = 0;
    std::size_t tier = 0;
    BillLine made;
};

class Printer {
public:
    Printer(BillModel& model, const LoadFactor& x) : m_model(model), m_x(x), m_exact(x.exact()) {
        double steps = 0;
        m_nodes = model.nodesOfWeek(x, steps);
        if (m_nodes > 0 && !model.model().cluster().nodes) {
            m_need = model.nodes().needAt(x);
        }
        for (const Usage* usage : model.lines()) {
            m_units.push_back(model.exactUnits(*usage, m_exact, Exact(m_nodes)));
        }
    }

    std::vector<BillLine> lines() {
        for (Pool& pool : pools()) {
            addPool(pool);
        }
        addWithoutPool();
        std::ranges::stable_sort(m_drafts, {}, [](const Draft& draft) { return std::pair(draft.line, draft.tier); });
        std::vector<BillLine> lines;
        for (Draft& draft : m_drafts) {
            lines.push_back(std::move(draft.made));
        }
        addUnbillable(lines);
        addFixed(lines);
        addSupport(lines);
        makeKeysUnique(lines);
        return lines;
    }

private:
    static bool hasPool(const Usage& usage) {
        return usage.price != nullptr && !usage.price->userSupplied && !usage.price->tiers.empty() &&
               usage.source != Usage::Source::NodeCost;
    }

    std::vector<Pool> pools() const {
        std::vector<Pool> pools;
        for (std::size_t at = 0; at < m_model.lines().size(); ++at) {
            const Usage& usage = *m_model.lines()[at];
            if (!hasPool(usage)) {
                continue;
            }
            auto pool = std::ranges::find(pools, usage.price, &Pool::price);
            if (pool == pools.end()) {
                pool = pools.insert(pools.end(), Pool{.price = usage.price});
            }
            pool->lines.push_back(at);
            pool->units += m_units[at];
        }
        std::vector<AccountUsage> usages;
        for (const Pool& pool : pools) {
            usages.push_back({pool.price, pool.units});
        }
        const bool isFree = m_model.model().design->settings.freeAmounts;
        const std::vector<Exact> free = isFree ? freeUnits(usages) : std::vector<Exact>(usages.size(), Exact(0));
        for (std::size_t at = 0; at < pools.size(); ++at) {
            Pool& pool = pools[at];
            pool.free = free[at];
            pool.parts = tierPartsOf(*pool.price, pool.units - pool.free - pool.price->includedPerMonth.value_or(0));
        }
        return pools;
    }

    void addPool(const Pool& pool) {
        if (pool.parts.empty()) {
            for (const std::size_t line : pool.lines) {
                LineParts parts = partsOf(line, pool);
                add(line, 0, {}, parts, m_units[line], 0, Money{});
            }
        }
        for (const TierPart& part : pool.parts) {
            addTier(pool, part);
        }
    }

    void addTier(const Pool& pool, const TierPart& part) {
        std::vector<Exact> shares;
        for (const std::size_t line : pool.lines) {
            shares.push_back(part.dollars * m_units[line] / pool.units);
        }
        const std::vector<Money> money = sharedOut(shares);
        const bool isOnly = pool.parts.size() == 1;
        for (std::size_t at = 0; at < pool.lines.size(); ++at) {
            const std::size_t line = pool.lines[at];
            LineParts parts = partsOf(line, pool);
            parts.tier = &pool.price->tiers[part.tier];
            parts.tierUnits = isOnly ? m_units[line] : Exact(part.units * m_units[line] / pool.units);
            const std::string tier = isOnly && part.tier == 0 ? std::string() : tierTitle(*pool.price, part.tier);
            add(line, part.tier, tier, parts, parts.tierUnits, shares[at], money[at]);
        }
    }

    LineParts partsOf(std::size_t line, const Pool& pool) const {
        return {.usage = m_model.lines()[line],
                .units = m_units[line],
                .accountUnits = pool.units,
                .freeUnits = pool.free,
                .nodesOfWeek = m_nodes,
                .peakNodes = m_need.peakNodes,
                .leastPeakNodes = m_need.leastPeakNodes};
    }

    /// Lines whose price is a share of another line, and those that have none.
    void addWithoutPool() {
        for (std::size_t at = 0; at < m_model.lines().size(); ++at) {
            const Usage& usage = *m_model.lines()[at];
            if (hasPool(usage)) {
                continue;
            }
            LineParts parts{.usage = &usage,
                            .units = m_units[at],
                            .accountUnits = m_units[at],
                            .nodesOfWeek = m_nodes,
                            .peakNodes = m_need.peakNodes,
                            .leastPeakNodes = m_need.leastPeakNodes};
            const bool isShare = usage.source == Usage::Source::NodeCost && usage.price != nullptr &&
                                 !usage.price->userSupplied && !usage.price->tiers.empty();
            const Exact dollars =
                isShare ? Exact(m_units[at] * usage.price->tiers.front().value / usage.price->per) : Exact(0);
            BillLine& line = add(at, 0, {}, parts, m_units[at], dollars, roundedMoney(dollars));
            if (!isShare) {
                line.dependsOn = dependsOnText(usage, m_units[at]);
            }
        }
    }

    BillLine& add(std::size_t at, std::size_t tierAt, const std::string& tier, const LineParts& parts,
                  const Exact& units, const Exact& dollars, Money money) {
        const Usage& usage = *parts.usage;
        BillLine line;
        if (usage.service) {
            const ServiceProfile& profile = *m_model.model().services[*usage.service].profile;
            line.service = profile.id;
            line.host = m_model.hosts()[*usage.service];
        }
        line.category = usage.category;
        line.key = fmt::format("{}/{}", line.service ? line.service->text : line.category, usage.meter->key);
        if (!tier.empty()) {
            std::string suffix = tier;
            std::ranges::replace(suffix, ' ', '-');
            line.key += "/" + suffix;
        }
        line.title = lineTitle(parts, tier);
        line.meter = usage.meter->key;
        line.price = usage.priceKey;
        line.units = units;
        line.unit = usage.category == "auto-mode" ? "dollars of nodes" : usage.meter->unit;
        line.exact = dollars;
        line.monthly = money;
        if (usage.price != nullptr) {
            line.source = usage.price->source;
            line.note = priceNote(*usage.price);
        }
        line.arithmetic = lineArithmetic(parts, m_x, m_model.model());
        return m_drafts.emplace_back(Draft{at, tierAt, std::move(line)}).made;
    }

    /// Services that have no bill where they stand say so: nothing on a bill is silently 0.
    void addUnbillable(std::vector<BillLine>& lines) const {
        const CostModel& model = m_model.model();
        for (std::size_t at = 0; at < model.services.size(); ++at) {
            const ServiceProfile& profile = *model.services[at].profile;
            if (profile.kind->hosting(m_model.hosts()[at]) != nullptr || isServiceOff(*model.design, profile.id)) {
                continue;
            }
            insertByService(lines, unbillable(profile.id, m_model.hosts()[at],
                                              fmt::format("depends on where it runs: the kind {} is not offered on {}",
                                                          profile.kind->title, nameOf(m_model.hosts()[at]))));
        }
        for (const ServiceId& id : model.resolved->unknownKinds) {
            const Service* service = model.design->services.find(id);
            if (service != nullptr && !isServiceOff(*model.design, id)) {
                insertByService(lines, unbillable(id, service->host,
                                                  fmt::format("depends on its kind: this version does not know '{}'",
                                                              service->kind)));
            }
        }
    }

    static BillLine unbillable(const ServiceId& id, Host host, std::string dependsOn) {
        return {.key = id.text + "/none",
                .service = id,
                .host = host,
                .category = "service",
                .title = "Not billed",
                .dependsOn = std::move(dependsOn)};
    }

    static void insertByService(std::vector<BillLine>& lines, BillLine line) {
        const auto behind = std::ranges::find_if(
            lines, [&line](const BillLine& other) { return !other.service || line.service < other.service; });
        lines.insert(behind, std::move(line));
    }

    void addFixed(std::vector<BillLine>& lines) const {
        for (const FixedSum& fixed : m_model.fixedSums()) {
            BillLine line{.key = fixed.key, .category = fixed.category, .title = fixed.title};
            line.units = 1;
            line.unit = "months";
            line.exact = fixed.exact;
            line.monthly = roundedMoney(fixed.exact);
            line.source = fixed.source;
            line.arithmetic = fixed.arithmetic;
            lines.push_back(std::move(line));
        }
    }

    /// The support plan is a share of all lines but people.
    void addSupport(std::vector<BillLine>& lines) const {
        const BillSettings& bill = m_model.model().design->settings.bill;
        if (!bill.on.contains("support") || m_model.model().isOff("support") || bill.fixed.contains("support")) {
            return;
        }
        BillLine line{.key = "support/plan", .category = "support", .title = "Support plan"};
        line.units = 1;
        line.unit = "months";
        if (const SupportPlan* plan = m_model.support()) {
            const Exact supported = m_model.exactSupported(m_x);
            line.exact = exactSupportDollars(*plan, supported);
            line.monthly = roundedMoney(line.exact);
            line.source.title = "set by hand";
            line.arithmetic = supportText(*plan, supported);
        } else {
            line.dependsOn = "depends on your support plan; state its share of the bill in settings.bill.support";
        }
        lines.push_back(std::move(line));
    }

    static void makeKeysUnique(std::vector<BillLine>& lines) {
        std::set<std::string> known;
        for (BillLine& line : lines) {
            if (!known.insert(line.key).second) {
                line.key += "/" + line.price;
                known.insert(line.key);
            }
        }
    }

    BillModel& m_model;
    LoadFactor m_x;
    Exact m_exact;
    double m_nodes = 0;
    NodeNeed m_need;
    std::vector<Exact> m_units;  ///< of each line of the model
    std::vector<Draft> m_drafts;
};

void addTotals(Bill& bill, const BillModel& model) {
    std::map<ServiceId, Money> own;
    std::map<Host, Money> byHost;
    for (const BillLine& line : bill.lines) {
        bill.monthly += line.monthly;
        bill.exact += line.exact;
        if (line.service) {
            own[*line.service] += line.monthly;
            byHost[*line.host] += line.monthly;
        } else {
            bill.shared += line.monthly;
        }
    }
    std::map<ServiceId, Host> hosts;
    for (std::size_t at = 0; at < model.model().services.size(); ++at) {
        hosts[model.model().services[at].profile->id] = model.hosts()[at];
    }
    for (const Service& service : model.model().design->services) {
        const auto host = hosts.find(service.id);
        bill.byService.push_back({service.id, service.name, host != hosts.end() ? host->second : service.host,
                                  own.contains(service.id) ? own.at(service.id) : Money{}});
    }
    bill.byHost.assign(byHost.begin(), byHost.end());
}

}  // namespace

Bill billOf(BillModel& model, const LoadFactor& x, double requestsPerMonth) {
    Bill bill{.requestsPerMonth = requestsPerMonth,
              .currency = model.model().prices->currency,
              .hoursPerMonth = model.model().prices->hoursPerMonth};
    bill.lines = Printer(model, x).lines();
    addTotals(bill, model);
    return bill;
}

}  // namespace tideline
