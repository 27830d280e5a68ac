// SPDX-License-Identifier: Apache-2.0
#include "core/cost/usage.h"

#include "core/cost/category.h"
#include "core/cost/condition.h"

#include <algorithm>

namespace tideline {

namespace {

bool isX86(const CostSpec& cost, const ServiceProfile& profile) {
    return cost.price.ends_with(".arm64") && profile.text("architecture", "arm64") == "x86_64";
}

/// The line as it stands in the kind, without units.
Usage lineOf(const CostModel& model, const CostSpec& cost, const Meter& meter, const ServiceProfile& profile) {
    Usage usage{.title = cost.title, .category = categoryOfMeter(meter.key), .meter = &meter};
    usage.priceKey = priceKeyFor(cost, profile, model.cluster());
    usage.price = model.price(usage.priceKey);
    if (isX86(cost, profile) && cost.title.ends_with("(arm64)")) {
        usage.titleSuffix = "(x86_64)";
    }
    return usage;
}

}  // namespace

bool hasPrice(const Usage& usage) {
    return usage.price != nullptr && !usage.price->userSupplied && !usage.price->tiers.empty();
}

std::string priceKeyFor(const CostSpec& cost, const ServiceProfile& profile, const ClusterSettings& cluster) {
    constexpr std::string_view kArm = ".arm64";
    if (isX86(cost, profile)) {
        return cost.price.substr(0, cost.price.size() - kArm.size()) + ".x86";
    }
    if (cost.meter == kGpuNodes) {
        return gpuNodePrice(cluster, profile);
    }
    // Kinds name the prices of pods on Fargate; pods of GKE Autopilot have their own.
    if (cluster.flavour == "gke-autopilot" && cost.price.starts_with("aws.fargate.")) {
        return "gcp.autopilot." + cost.price.substr(std::string_view("aws.fargate.").size());
    }
    return cost.price;
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
    Usages usages;
    for (std::size_t service = 0; service < hosts.size(); ++service) {
        const ServiceFacts& facts = model.services[service];
        if (!facts.sharesLines[static_cast<std::size_t>(hosts[service])]) {
            continue;
        }
        const Hosting* hosting = facts.profile->kind->hosting(hosts[service]);
        if (hosting == nullptr || isServiceOff(*model.design, facts.profile->id)) {
            continue;
        }
        for (const CostSpec& cost : hosting->costs) {
            if (!isSharedLine(cost)) {
                continue;
            }
            const Meter* meter = findMeterRow(cost.meter);
            const bool known = std::ranges::any_of(usages, [&cost](const Usage& usage) {
                return usage.priceKey == cost.price && usage.meter->key == cost.meter;
            });
            if (known || model.isOff(categoryOfMeter(meter->key)) ||
                !conditionHolds(cost.when, model, facts, hosts[service])) {
                continue;
            }
            Usage usage = lineOf(model, cost, *meter, *facts.profile);
            usage.measures = meter->measures({model, facts, hosts[service]});
            usages.push_back(std::move(usage));
        }
    }
    return usages;
}

}  // namespace tideline
