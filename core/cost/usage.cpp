// SPDX-License-Identifier: Apache-2.0
#include "core/cost/usage.h"

#include "core/cost/category.h"
#include "core/cost/condition.h"
#include "core/cost/kind_prices.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tideline {

namespace {

bool isX86(const CostSpec& cost, const ServiceProfile& profile) {
    return cost.price.ends_with(".arm64") && profile.text("architecture", "arm64") == "x86_64";
}

/// The line as it stands in the kind, without units.
Usage lineOf(const CostModel& model, const CostSpec& cost, const Meter& meter, const ServiceProfile& profile) {
    Usage usage{.title = cost.title, .category = categoryOfMeter(meter.key), .meter = &meter};
    usage.priceKey = priceKeyFor(cost, profile, model.cluster());
    usage.price = model.priceIn(usage.priceKey, meter.unit);
    if (isX86(cost, profile) && cost.title.ends_with("(arm64)")) {
        usage.titleSuffix = "(x86_64)";
    }
    return usage;
}

/// The lines of a service that others may share with it.
std::vector<const CostSpec*> linesToShare(const CostModel& model, const ServiceFacts& facts, Host host) {
    std::vector<const CostSpec*> lines;
    const bool shares = facts.sharesLines[static_cast<std::size_t>(host)];
    const Hosting* hosting = shares ? facts.profile->kind->hosting(host) : nullptr;
    if (hosting == nullptr || isServiceOff(*model.design, facts.profile->id)) {
        return lines;
    }
    for (const CostSpec& cost : hosting->costs) {
        if (isSharedLine(cost) && !model.isOff(categoryOfMeter(cost.meter)) &&
            conditionHolds(cost.when, model, facts, host)) {
            lines.push_back(&cost);
        }
    }
    return lines;
}

}  // namespace

bool hasPrice(const Usage& usage) {
    return usage.price != nullptr && !usage.price->userSupplied && !usage.price->tiers.empty();
}

std::string priceKeyFor(const CostSpec& cost, const ServiceProfile& profile, const ClusterSettings& cluster) {
    constexpr std::string_view kArm = ".arm64";
    std::string key(profile.number("provisionedSlots") > 0 ? priceBesideWarmSlots(cost.price) : cost.price);
    if (isX86(cost, profile)) {
        return key.substr(0, key.size() - kArm.size()) + ".x86";
    }
    if (cost.meter == kGpuNodes) {
        return gpuNodePrice(cluster, profile);
    }
    // Kinds name the prices of pods on Fargate; pods of GKE Autopilot have their own.
    if (cluster.flavour == "gke-autopilot" && cost.price.starts_with("aws.fargate.")) {
        return "gcp.autopilot." + cost.price.substr(std::string_view("aws.fargate.").size());
    }
    return key;
}

Usages serviceUsages(const CostModel& model, std::size_t service, Host host) {
    Usages usages;
    const ServiceFacts& facts = model.services[service];
    const Hosting* hosting = facts.profile->kind->hosting(host);
    if (hosting == nullptr || isServiceOff(*model.design, facts.profile->id)) {
        return usages;
    }
    for (const CostSpec& cost : hosting->costs) {
        const Meter* meter = findMeterRow(cost.meter);
        if (meter == nullptr || meter->ofTheCluster() || (cost.shared && meter->key != kGpuNodes) ||
            model.isOff(categoryOfMeter(meter->key)) || !conditionHolds(cost.when, model, facts, host)) {
            continue;
        }
        Usage usage = lineOf(model, cost, *meter, *facts.profile);
        usage.service = service;
        usage.measures = meter->measures({model, facts, host});
        usages.push_back(std::move(usage));
    }
    return usages;
}

bool isSharedLine(const CostSpec& cost) {
    const Meter* meter = cost.shared ? findMeterRow(cost.meter) : nullptr;
    return meter != nullptr && !meter->ofTheCluster() && meter->key != kGpuNodes;
}

Usages sharedUsages(const CostModel& model, const Hosts& hosts) {
    std::vector<std::size_t> all(hosts.size());
    std::iota(all.begin(), all.end(), 0);
    return sharedUsages(model, hosts, all);
}

Usages sharedUsages(const CostModel& model, const Hosts& hosts, const std::vector<std::size_t>& services) {
    Usages usages;
    for (const std::size_t service : services) {
        const ServiceFacts& facts = model.services[service];
        for (const CostSpec* cost : linesToShare(model, facts, hosts[service])) {
            const bool known = std::ranges::any_of(usages, [cost](const Usage& usage) {
                return usage.priceKey == cost->price && usage.meter->key == cost->meter;
            });
            if (!known) {
                const Meter& meter = *findMeterRow(cost->meter);
                Usage usage = lineOf(model, *cost, meter, *facts.profile);
                usage.measures = meter.measures({model, facts, hosts[service]});
                usages.push_back(std::move(usage));
            }
        }
    }
    return usages;
}

std::vector<std::size_t> firstSharers(const CostModel& model, const Hosts& hosts) {
    std::map<std::pair<std::string_view, std::string_view>, int> sharers;
    std::vector<std::size_t> first;
    for (std::size_t service = 0; service < hosts.size(); ++service) {
        bool isFirst = false;
        for (const CostSpec* cost : linesToShare(model, model.services[service], hosts[service])) {
            isFirst = ++sharers[{cost->price, cost->meter}] <= 2 || isFirst;
        }
        if (isFirst) {
            first.push_back(service);
        }
    }
    return first;
}

}  // namespace tideline
