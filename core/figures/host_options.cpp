// SPDX-License-Identifier: Apache-2.0
#include "core/figures/host_options.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// Half away from zero; the nudge keeps exact halves of a micro-unit from falling short in floating point.
Money micros(double dollars) {
    const double limited = std::clamp(dollars, -9e12, 9e12);
    return {static_cast<std::int64_t>(std::floor(limited * 1e6 + 0.5 + 1e-4))};
}

Money ownOf(const Bill& bill, const ServiceId& id) {
    const auto total = std::ranges::find(bill.byService, id, &ServiceTotal::id);
    return total != bill.byService.end() ? total->monthly : Money{};
}

/// Lines that cost something, and nobody knows what.
std::string unpricedOf(const Usages& usages) {
    std::string titles;
    for (const Usage& usage : usages) {
        if (usage.source == Usage::Source::Metered && !usage.priceKey.empty() && !hasPrice(usage)) {
            titles += titles.empty() ? "" : ", ";
            titles += usage.title;
        }
    }
    return titles;
}

}  // namespace

std::map<ServiceId, std::vector<HostOption>> hostOptions(DesignModel& design, BillModel& drawn, const Bill& bill) {
    std::map<ServiceId, std::vector<HostOption>> options;
    const CostModel& model = design.cost();
    for (std::size_t at = 0; at < model.services.size(); ++at) {
        const ServiceFacts& facts = model.services[at];
        std::vector<HostOption>& row = options[facts.profile->id];
        for (const Host host : kHosts) {
            HostOption& option = row.emplace_back(HostOption{.host = host});
            if (std::optional<HostProblem> problem = hostProblem(*facts.profile, host, facts.exposure)) {
                option.rule = std::move(problem->rule);
                option.reason = std::move(problem->message);
                continue;
            }
            option.possible = true;
            option.unpriced = unpricedOf(design.shelf().of(at, host));
            if (host == drawn.hosts()[at]) {
                option.monthly = bill.monthly;
                option.own = ownOf(bill, facts.profile->id);
                continue;
            }
            Hosts hosts = drawn.hosts();
            hosts[at] = host;
            BillModel moved(design.shelf(), std::move(hosts));
            option.monthly = micros(moved.at({}).dollars);
            option.difference = option.monthly - bill.monthly;
            option.own = micros(moved.ownDollars(at));
        }
    }
    return options;
}

}  // namespace tideline
