// SPDX-License-Identifier: Apache-2.0
#include "core/cost/people.h"

#include "core/cost/plain_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

const PriceSource kArticle{
    .title = "Kubernetes vs serverless 2026, table of the true cost (article 002)", .url = "", .asOf = "2026-11"};

PeopleLine line(const char* key, const char* title, double monthly, const char* appliesTo, double share) {
    return {.key = key, .title = title, .monthly = monthly, .appliesTo = appliesTo, .share = share};
}

Exact tierEnd(const SupportPlan::Tier& tier, const Exact& dollars) {
    return tier.upTo ? std::min(exactOf(*tier.upTo), dollars) : dollars;
}

std::string percent(double share) {
    return plainNumber(exactOf(share) * 100) + " %";
}

}  // namespace

std::span<const PeopleLine> standardPeople() {
    static const std::array kLines{
        line("engineer", "Platform engineer, 1 FTE", 12'000, "kubernetes", 0.1),
        line("network-tools", "Networking plugins and tools", 800, "kubernetes", 0),
        line("monitoring", "Monitoring", 1'200, "both", 0.6),
        line("scanning", "Security scanning", 400, "both", 0.5),
        line("pipeline", "CI/CD maintenance", 600, "both", 0.7),
        line("incidents", "Incident response", 1'000, "both", 0.6),
        line("training", "Training", 500, "both", 0.5),
    };
    return kLines;
}

std::vector<PeopleLine> peopleOf(const BillSettings& bill) {
    const std::span<const PeopleLine> standard = standardPeople();
    return bill.people.empty() ? std::vector<PeopleLine>(standard.begin(), standard.end()) : bill.people;
}

double peopleShare(const PeopleLine& line, bool hasPods, bool hasFunctions) {
    const bool applies = line.appliesTo == "functions" ? hasFunctions : hasPods;
    return applies ? 1 : line.share;
}

std::vector<FixedSum> peopleSums(const CostModel& model, const Hosts& hosts) {
    const BillSettings& bill = model.design->settings.bill;
    if (!bill.on.contains("people") || model.isOff("people")) {
        return {};
    }
    if (const auto fixed = bill.fixed.find("people"); fixed != bill.fixed.end()) {
        return {};  // set by hand as a whole
    }
    bool hasPods = false;
    bool hasFunctions = false;
    for (std::size_t at = 0; at < hosts.size(); ++at) {
        const bool isOffered = model.services[at].profile->kind->hosting(hosts[at]) != nullptr;
        hasPods = hasPods || (isOffered && hosts[at] == Host::Kubernetes);
        hasFunctions = hasFunctions || (isOffered && (hosts[at] == Host::Function || hosts[at] == Host::Wasm));
    }
    std::vector<FixedSum> sums;
    for (const PeopleLine& row : peopleOf(bill)) {
        const double share = peopleShare(row, hasPods, hasFunctions);
        const Exact dollars = exactOf(row.monthly) * exactOf(share);
        if (dollars == 0) {
            continue;
        }
        std::string text = fmt::format("{} a month", plainDollars(exactOf(row.monthly)));
        if (share < 1) {
            text += fmt::format(" x {} (share of a design {})", plainNumber(exactOf(share)),
                                row.appliesTo == "functions" ? "without functions" : "without pods");
        }
        PriceSource source = kArticle;
        if (!bill.people.empty()) {
            source = {.title = "set by hand", .url = "", .asOf = ""};
        }
        sums.push_back({.key = "people/" + row.key,
                        .category = "people",
                        .title = row.title,
                        .dollars = approximately(dollars),
                        .exact = dollars,
                        .arithmetic = std::move(text),
                        .source = std::move(source)});
    }
    return sums;
}

double supportDollars(const SupportPlan& plan, double dollars, double& steps) {
    double sum = 0;
    double below = 0;
    for (const SupportPlan::Tier& tier : plan.tiers) {
        if (dollars <= below) {
            break;
        }
        const double end = tier.upTo ? std::min(*tier.upTo, dollars) : dollars;
        sum += (end - below) * tier.share;
        below = end;
        steps += 1;
    }
    steps += sum > plan.least ? 1 : 0;
    return std::max(plan.least, sum);
}

Exact exactSupportDollars(const SupportPlan& plan, const Exact& dollars) {
    Exact sum = 0;
    Exact below = 0;
    for (const SupportPlan::Tier& tier : plan.tiers) {
        if (dollars <= below) {
            break;
        }
        const Exact end = tierEnd(tier, dollars);
        sum += (end - below) * exactOf(tier.share);
        below = end;
    }
    return std::max(exactOf(plan.least), sum);
}

std::string supportText(const SupportPlan& plan, const Exact& dollars) {
    std::string text;
    Exact below = 0;
    for (const SupportPlan::Tier& tier : plan.tiers) {
        if (dollars <= below) {
            break;
        }
        const Exact end = tierEnd(tier, dollars);
        text += fmt::format("{}{} of {}", text.empty() ? "" : " + ", percent(tier.share), plainDollars(end - below));
        below = end;
    }
    return fmt::format("{}; at least {}", text.empty() ? "nothing by share" : text, plainDollars(exactOf(plan.least)));
}

}  // namespace tideline
