// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/flow.h"

#include "core/traffic/call_graph.h"
#include "core/traffic/cycles.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

namespace tideline {

namespace {

/// What is solved together: entries of one profile, of those that grow with N or of those that do not.
struct Strand {
    std::size_t profile = 0;
    bool grows = true;
    auto operator<=>(const Strand&) const = default;
};

using Amounts = std::vector<Exact>;  ///< by position of the service

struct Arrivals {
    std::map<Strand, Amounts> all;
    std::map<Strand, Amounts> fromUsers;
    std::vector<bool> starts;  ///< services where traffic comes in
};

std::size_t profileOf(const std::string& key) {
    const TrafficProfile* profile = findTrafficProfile(key);
    return profile != nullptr ? static_cast<std::size_t>(profile - trafficProfiles().data()) : 0;
}

Exact& amountAt(std::map<Strand, Amounts>& strands, Strand strand, std::size_t position, std::size_t services) {
    Amounts& amounts = strands[strand];
    amounts.resize(services, Exact(0));
    return amounts[position];
}

Arrivals arrivalsOf(const Design& design, const CallGraph& graph, const std::vector<JobRuns>& jobs) {
    const std::size_t count = graph.services.size();
    Arrivals arrivals{.starts = std::vector<bool>(count, false)};
    std::map<ServiceId, std::size_t> positions;
    for (std::size_t at = 0; at < count; ++at) {
        positions.emplace(graph.services[at]->id, at);
    }
    std::set<ServiceId> jobIds;
    for (const JobRuns& job : jobs) {
        jobIds.insert(job.service);
    }
    std::set<ServiceId> started;
    for (const Entry& entry : design.entries) {
        const auto at = positions.find(entry.service);
        if (at == positions.end()) {
            continue;
        }
        started.insert(entry.service);
        const Strand strand{profileOf(entry.profile), !jobIds.contains(entry.service)};
        const Exact monthly = exactOf(std::max(0.0, entry.monthly));
        amountAt(arrivals.all, strand, at->second, count) += monthly;
        arrivals.starts[at->second] = true;
        if (!entry.background) {
            amountAt(arrivals.fromUsers, strand, at->second, count) += monthly;
        }
    }
    for (const Call& call : graph.calls) {
        started.insert(graph.services[call.to]->id);
    }
    for (const JobRuns& job : jobs) {
        const auto at = positions.find(job.service);
        if (at != positions.end() && job.runsPerMonth > 0 && !started.contains(job.service)) {
            amountAt(arrivals.all, {0, false}, at->second, count) += exactOf(job.runsPerMonth);
            arrivals.starts[at->second] = true;
        }
    }
    return arrivals;
}

/// Steps from the nearest service where traffic comes in, by breadth; services that nothing reaches are deepest.
std::vector<std::size_t> depthsOf(const CallGraph& graph, const std::vector<bool>& starts) {
    std::vector<std::size_t> depth(graph.services.size(), graph.services.size());
    std::deque<std::size_t> next;
    for (std::size_t at = 0; at < depth.size(); ++at) {
        if (starts[at]) {
            depth[at] = 0;
            next.push_back(at);
        }
    }
    for (; !next.empty(); next.pop_front()) {
        for (const std::size_t at : graph.out[next.front()]) {
            const std::size_t to = graph.calls[at].to;
            if (depth[to] == graph.services.size() && depth[next.front()] + 1 < depth[to]) {
                depth[to] = depth[next.front()] + 1;
                next.push_back(to);
            }
        }
    }
    return depth;
}

/// The graph without circles that do not converge, and an order in which every part follows those that call it.
struct Plan {
    CallGraph graph;
    std::vector<Circle> parts;
    std::vector<Cycle> cycles;
};

Cycle cycleOf(const CallGraph& graph, const Circle& circle) {
    Cycle cycle{.gain = circle.gain};
    for (const std::size_t member : circle.members) {
        cycle.members.push_back(graph.services[member]->id);
    }
    for (const std::size_t at : circle.leadBack) {
        cycle.leftOut.push_back(graph.calls[at].connection->id);
    }
    std::ranges::sort(cycle.leftOut);
    return cycle;
}

Plan planOf(CallGraph graph, const std::vector<bool>& starts) {
    Plan plan;
    const std::vector<std::size_t> depth = depthsOf(graph, starts);
    bool someLeadBack = false;
    for (const auto& members : partsInOrder(graph)) {
        Circle circle = circleOf(graph, members, depth);
        if (!circle.calls.empty()) {
            plan.cycles.push_back(cycleOf(graph, circle));
        }
        for (const std::size_t at : circle.leadBack) {
            graph.calls[at].factor = 0;
            std::erase(graph.out[graph.calls[at].from], at);
            someLeadBack = true;
        }
        plan.parts.push_back(std::move(circle));
    }
    if (someLeadBack) {  // the parts that lost connections fall apart into single services
        plan.parts.clear();
        for (const auto& members : partsInOrder(graph)) {
            plan.parts.push_back(circleOf(graph, members, depth));
        }
    }
    std::ranges::sort(plan.cycles, {}, [](const Cycle& cycle) { return cycle.members.front(); });
    plan.graph = std::move(graph);
    return plan;
}

/// Equation (1) of domain.md 3, part by part.
Amounts solved(const Plan& plan, Amounts loads) {
    for (const Circle& part : plan.parts) {
        if (!part.calls.empty()) {
            Amounts arriving;
            for (const std::size_t member : part.members) {
                arriving.push_back(loads[member]);
            }
            const Amounts settled = solvedCircle(plan.graph, part, arriving);
            for (std::size_t i = 0; i < settled.size(); ++i) {
                loads[part.members[i]] = settled[i];
            }
        }
        for (const std::size_t member : part.members) {
            if (loads[member] == 0) {
                continue;
            }
            for (const std::size_t at : plan.graph.out[member]) {
                const Call& call = plan.graph.calls[at];
                if (!std::ranges::binary_search(part.members, call.to)) {
                    loads[call.to] += loads[member] * call.factor;
                }
            }
        }
    }
    return loads;
}

/// Mean, busiest hour and busiest minute of the week.
void addPeaks(ServiceLoad& load) {
    std::array<double, kHoursOfWeek> hours{};
    std::array<double, kHoursOfWeek> busiestMinutes{};
    for (const LoadShare& share : load.shares) {
        const TrafficProfile& profile = trafficProfiles()[share.profile];
        const double mean = share.approximateMonthly / kSecondsPerMonth;
        load.meanRps += mean;
        for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
            hours[hour] += mean * profile.weights[hour];
            busiestMinutes[hour] += mean * profile.weights[hour] * profile.burst;
        }
    }
    load.peakHourRps = *std::ranges::max_element(hours);
    load.peakMinuteRps = *std::ranges::max_element(busiestMinutes);
    load.peakToMean = load.meanRps > 0 ? load.peakHourRps / load.meanRps : 0;
}

std::vector<ServiceLoad> loadsOf(const Plan& plan, const Arrivals& arrivals) {
    std::vector<ServiceLoad> loads(plan.graph.services.size());
    for (const auto& [strand, amounts] : arrivals.all) {
        const Amounts settled = solved(plan, amounts);
        for (std::size_t at = 0; at < settled.size(); ++at) {
            if (settled[at] > 0) {
                (strand.grows ? loads[at].scaled : loads[at].fixed) += settled[at];
                loads[at].shares.push_back({strand.profile, strand.grows, settled[at]});
            }
        }
    }
    for (const auto& [strand, amounts] : arrivals.fromUsers) {
        for (std::size_t at = 0; at < amounts.size(); ++at) {
            if (amounts[at] > 0) {
                loads[at].outside.push_back({strand.profile, strand.grows, amounts[at]});
            }
        }
    }
    for (ServiceLoad& load : loads) {
        addPeaks(load);
    }
    return loads;
}

}  // namespace

Flow flowOf(const Design& design, const std::vector<JobRuns>& jobs) {
    CallGraph graph = callGraphOf(design);
    const Arrivals arrivals = arrivalsOf(design, graph, jobs);
    Plan plan = planOf(std::move(graph), arrivals.starts);
    std::vector<ServiceLoad> loads = loadsOf(plan, arrivals);
    Flow flow{.cycles = std::move(plan.cycles), .requestsPerMonth = requestsPerMonth(design)};
    for (const Call& call : plan.graph.calls) {
        const ServiceLoad& sender = loads[call.from];
        flow.callsAtDrawn.emplace(call.connection->id, (sender.scaled + sender.fixed) * call.factor);
        flow.callsPerRequest.emplace(call.connection->id, call.factor);
    }
    for (std::size_t at = 0; at < loads.size(); ++at) {
        flow.loads.emplace(plan.graph.services[at]->id, std::move(loads[at]));
    }
    return flow;
}

Exact attemptsPerCall(const Exact& failureShare, int retries) {
    Exact attempts = 1;
    for (int retry = 0; retry < std::min(retries, 1000); ++retry) {
        attempts = attempts * failureShare + 1;
    }
    return attempts;
}

std::vector<double> backlogOf(std::span<const double> arrivalsPerHour, double workedOffPerHour) {
    std::vector<double> backlog;
    double waiting = 0;
    for (const double arrivals : arrivalsPerHour) {
        waiting = std::max(0.0, waiting + arrivals - workedOffPerHour);
        backlog.push_back(waiting);
    }
    return backlog;
}

}  // namespace tideline
