// SPDX-License-Identifier: Apache-2.0
#include "core/cost/cost_model.h"

#include "core/cost/usage.h"

#include <algorithm>
#include <map>

namespace tideline {

namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

std::size_t positionOf(const ResolvedDesign& resolved, const ServiceId& id) {
    const auto at = std::ranges::lower_bound(resolved.services, id, {}, &ServiceProfile::id);
    const bool found = at != resolved.services.end() && at->id == id;
    return found ? static_cast<std::size_t>(at - resolved.services.begin()) : kNobody;
}

Amount amountOf(const std::vector<LoadShare>& shares) {
    Exact scaled = 0;
    Exact fixed = 0;
    for (const LoadShare& share : shares) {
        (share.grows ? scaled : fixed) += share.monthly;
    }
    return {std::move(scaled), std::move(fixed)};
}

/// Who sends to whom, gathered before the facts of a service are complete.
struct Callers {
    bool channel = false, other = false;
};

std::vector<CallFacts> callsOf(const Design& design, const ResolvedDesign& resolved, const Flow& flow) {
    std::vector<CallFacts> calls;
    calls.reserve(design.connections.size());
    for (const Connection& connection : design.connections) {
        const std::size_t from = positionOf(resolved, connection.from);
        const std::size_t to = positionOf(resolved, connection.to);
        const auto perRequest = flow.callsPerRequest.find(connection.id);
        if (from != kNobody && to != kNobody && perRequest != flow.callsPerRequest.end()) {
            calls.push_back({.from = from, .to = to, .connection = &connection, .perRequest = perRequest->second});
        }
    }
    return calls;
}

/// Sessions are opened from outside and by synchronous calls; messages of a channel reach connections that are open.
Amount sessionsOf(const CostModel& model, std::size_t service) {
    Exact scaled = model.services[service].fromUsers.scaled();
    Exact fixed = model.services[service].fromUsers.fixed();
    for (const CallFacts& call : model.calls) {
        if (call.to == service && call.connection->type == ConnectionType::Sync) {
            scaled += model.services[call.from].requests.scaled() * call.perRequest;
            fixed += model.services[call.from].requests.fixed() * call.perRequest;
        }
    }
    return {std::move(scaled), std::move(fixed)};
}

double sessionShareOf(const ServiceFacts& facts) {
    const double all = facts.requests.at(1.0);
    return all > 0 ? std::min(1.0, facts.sessions.at(1.0) / all) : 1;
}

void addFacts(CostModel& model, const Flow& flow, const std::set<ServiceId>& open) {
    model.services.reserve(model.resolved->services.size());
    for (const ServiceProfile& profile : model.resolved->services) {
        const ServiceLoad& load = flow.loads.at(profile.id);
        const Exposure exposure = open.contains(profile.id) ? Exposure::Public : Exposure::Private;
        const bool byFieldAlone = exposure == Exposure::Public && load.outside.empty();
        const std::vector<LoadShare>& userShares = byFieldAlone ? load.shares : load.outside;
        model.services.push_back({.profile = &profile,
                                  .load = &load,
                                  .requests = Amount(load.scaled, load.fixed),
                                  .fromUsers = amountOf(userShares),
                                  .userShares = &userShares,
                                  .exposure = exposure,
                                  .canBePod = profile.kind->hosting(Host::Kubernetes) != nullptr,
                                  .asksFromVpc = profile.flag("inVpc") && profile.flag("needsInternet")});
        model.services.back().hasOwnNodes =
            profile.number("gpus") > 0 && !gpuNodePrice(model.cluster(), profile).empty();
    }
}

void addSharing(CostModel& model) {
    std::map<const Hosting*, bool> known;
    for (ServiceFacts& facts : model.services) {
        for (const Host host : kHosts) {
            if (const Hosting* hosting = facts.profile->kind->hosting(host)) {
                const auto [at, isNew] = known.try_emplace(hosting);
                if (isNew) {
                    at->second = std::ranges::any_of(hosting->costs, isSharedLine);
                }
                facts.sharesLines[static_cast<std::size_t>(host)] = at->second;
            }
        }
    }
}

void addTraffic(CostModel& model) {
    for (CallFacts& call : model.calls) {
        const ServiceProfile& target = *model.services[call.to].profile;
        const double answer = call.connection->type == ConnectionType::Async ? 0 : target.number("responseKb");
        call.kilobytesEach = target.number("payloadKb") + answer;
        const Exact each = call.perRequest * exactOf(call.kilobytesEach);
        const Amount& requests = model.services[call.from].requests;
        call.kilobytes = Amount(requests.scaled() * each, requests.fixed() * each);
    }
}

bool isManagedStream(const ServiceProfile& channel) {
    return channel.host == Host::Managed && channel.has("shards");
}

bool isKafka(const ServiceProfile& stream) {
    return stream.text("product") == "msk";
}

void addIndexes(CostModel& model) {
    for (std::size_t at = 0; at < model.calls.size(); ++at) {
        const CallFacts& call = model.calls[at];
        model.services[call.from].calls.push_back(at);
        if (call.to != call.from) {
            model.services[call.to].calls.push_back(at);
        }
        if (model.services[model.calls[at].to].profile->role == Role::External) {
            model.outsideCalls.push_back(at);
        }
    }
    const auto add = [&model](std::vector<std::size_t>& index, bool (*isOne)(const ServiceFacts&)) {
        for (std::size_t at = 0; at < model.services.size(); ++at) {
            if (isOne(model.services[at])) {
                index.push_back(at);
            }
        }
    };
    add(model.vpcAskers, [](const ServiceFacts& facts) { return facts.asksFromVpc; });
    add(model.openPods, [](const ServiceFacts& facts) { return facts.exposure == Exposure::Public && facts.canBePod; });
    add(model.ownNodePods, [](const ServiceFacts& facts) { return facts.hasOwnNodes; });
}

void addRules(CostModel& model) {
    std::vector<Callers> callers(model.services.size());
    for (const CallFacts& call : model.calls) {
        const bool isChannel = model.services[call.from].profile->role == Role::Channel;
        (isChannel ? callers[call.to].channel : callers[call.to].other) = true;
        if (const ServiceProfile& sender = *model.services[call.from].profile; isManagedStream(sender)) {
            ServiceFacts& reader = model.services[call.to];
            if (isKafka(sender)) {
                reader.partitions = std::max(reader.partitions, sender.number("partitions", 1));
            } else {
                reader.stream = call.from;
            }
        }
        model.services[call.from].receivers += 1;
    }
    for (std::size_t at = 0; at < model.services.size(); ++at) {
        ServiceFacts& facts = model.services[at];
        facts.hearsChannel = callers[at].channel;
        if (facts.profile->has("sessionMinutes")) {
            facts.sessions = sessionsOf(model, at);
        }
        const bool buffered = callers[at].channel && !callers[at].other && facts.load->outside.empty();
        facts.rule = replicaRuleOf(*facts.profile, buffered ? Busy::Hour : Busy::Minute, sessionShareOf(facts));
        if (facts.rule.followsLoad() && !facts.load->shares.empty()) {
            for (const HourClass& hours : model.hours) {
                facts.rates.push_back(rateIn(hours, facts.load->shares, facts.rule.busy));
            }
        }
    }
}

}  // namespace

const Price* CostModel::price(std::string_view key) const {
    const auto at = priceAt->find(key);
    return at != priceAt->end() ? &prices->prices[at->second] : nullptr;
}

const Price* CostModel::priceIn(std::string_view key, std::string_view unit) const {
    const Price* found = price(key);
    return found != nullptr && found->unit == unit ? found : nullptr;
}

const Price* CostModel::listPrice(std::string_view key) const {
    const auto at = priceAt->find(key);
    return at != priceAt->end() ? &listPrices->prices[at->second] : nullptr;
}

bool CostModel::isOff(std::string_view categoryOrService) const {
    const auto& off = design->settings.bill.off;
    return !off.empty() && off.contains(std::string(categoryOrService));
}

std::shared_ptr<const PriceIndex> indexOf(const PriceBook& prices) {
    PriceIndex index;
    index.reserve(prices.prices.size());
    for (std::size_t at = 0; at < prices.prices.size(); ++at) {
        index.emplace(prices.prices[at].key, at);
    }
    return std::make_shared<const PriceIndex>(std::move(index));
}

CostModel costModelOf(const Design& design, const ResolvedDesign& resolved, const Flow& flow, const PriceBook& prices,
                      const PriceBook& listPrices, std::shared_ptr<const PriceIndex> priceAt) {
    CostModel model{.design = &design,
                    .resolved = &resolved,
                    .prices = &prices,
                    .listPrices = &listPrices,
                    .priceAt = std::move(priceAt)};
    model.drawnRequests = flow.requestsPerMonth;
    model.hours = hourClassesOf(flow);
    model.meanHour.hours = kHoursOfWeek;
    model.meanHour.weights.fill(1);
    addFacts(model, flow, publicServices(design, resolved));
    model.calls = callsOf(design, resolved, flow);
    addSharing(model);
    addTraffic(model);
    addRules(model);
    addIndexes(model);
    return model;
}

std::vector<JobRuns> jobsOf(const ResolvedDesign& resolved) {
    std::vector<JobRuns> jobs;
    for (const ServiceProfile& profile : resolved.services) {
        if (profile.role == Role::Job) {
            jobs.push_back({profile.id, profile.number("runsPerMonth")});
        }
    }
    return jobs;
}

}  // namespace tideline
