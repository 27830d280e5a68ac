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

HostOptions::HostOptions(const CostModel& model, const Hosts& drawn)
    : m_model(model), m_drawn(drawn), m_rows(model.services.size()) {}

void HostOptions::bill(UsageShelf& shelf, BillModel& drawn) {
    MovedBill moved(shelf, drawn);
    for (std::size_t service = m_taken++; service < m_rows.size(); service = m_taken++) {
        billService(shelf, moved, service);
    }
}

void HostOptions::billService(UsageShelf& shelf, MovedBill& moved, std::size_t service) {
    const ServiceFacts& facts = m_model.services[service];
    for (const Host host : kHosts) {
        HostOption& option = m_rows[service].emplace_back(HostOption{.host = host});
        if (std::optional<HostProblem> problem = hostProblem(*facts.profile, host, facts.exposure)) {
            option.rule = std::move(problem->rule);
            option.reason = std::move(problem->message);
            continue;
        }
        option.possible = true;
        option.unpriced = unpricedOf(shelf.of(service, host));
        if (host != m_drawn[service]) {
            const MovedBill::Dollars dollars = moved.on(service, host);
            option.monthly = micros(dollars.all);
            option.own = micros(dollars.own);
        }
    }
}

std::map<ServiceId, std::vector<HostOption>> HostOptions::take(const Bill& bill) {
    std::map<ServiceId, std::vector<HostOption>> options;
    for (std::size_t service = 0; service < m_rows.size(); ++service) {
        const ServiceProfile& profile = *m_model.services[service].profile;
        for (HostOption& option : m_rows[service]) {
            if (option.possible && option.host == m_drawn[service]) {
                option.monthly = bill.monthly;
                option.own = ownMoney(bill, profile.id);
            } else if (option.possible) {
                option.difference = option.monthly - bill.monthly;
            }
        }
        options.emplace(profile.id, std::move(m_rows[service]));
    }
    return options;
}

}  // namespace tideline
