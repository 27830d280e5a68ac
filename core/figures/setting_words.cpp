// SPDX-License-Identifier: Apache-2.0
#include "core/figures/setting_words.h"

#include "core/base/shown_text.h"
#include "core/catalog/kind_words.h"
#include "core/cost/category.h"
#include "core/traffic/traffic_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

using Words = std::vector<std::string>;

/// "There is no cluster flavour 'eks-atuo'; did you mean 'eks-auto'?" Nothing where the word is known.
std::string unknownText(std::string_view what, const std::string& word, const Words& known) {
    if (std::ranges::find(known, word) != known.end()) {
        return {};
    }
    std::string hint = suggestion(word, known);
    if (hint.empty()) {
        hint = fmt::format("; expected one of {}.", fmt::join(known, ", "));
    }
    return fmt::format("There is no {} '{}'{}", what, shownText(word), hint);
}

struct ClusterWord {
    std::string ClusterSettings::*member;
    std::string_view place, what, meanwhile;
    std::array<std::string_view, 7> words;
};

constexpr std::array kClusterWords{
    ClusterWord{&ClusterSettings::flavour,
                "settings.cluster.flavour",
                "cluster flavour",
                "it counts as EKS with nodes",
                {"eks-nodes", "eks-auto", "eks-fargate", "gke-standard", "gke-autopilot", "aks", "k3s"}},
    ClusterWord{&ClusterSettings::billing,
                "settings.cluster.billing",
                "billing of a cluster",
                "its nodes are billed",
                {"nodes", "pods"}},
    ClusterWord{&ClusterSettings::logSink,
                "settings.cluster.logSink",
                "log sink",
                "logs of its pods are billed as those of CloudWatch",
                {"cloudwatch", "none"}},
};

constexpr std::array<std::string_view, 6> kBusProducts{
    "eventbridge-rules", "eventbridge-custom", "kafka", "knative", "nats", "sns"};

constexpr const char* kNoEffect = "it has no effect";

/// Systems for traces are any; only this one is on the bill.
constexpr std::string_view kBilledTraces = "x-ray";

void addClusterWords(const ClusterSettings& cluster, std::vector<UnknownWord>& unknown) {
    for (const ClusterWord& row : kClusterWords) {
        Words known(row.words.begin(), row.words.end());
        std::erase(known, "");
        const std::string message = unknownText(row.what, cluster.*row.member, known);
        if (!message.empty()) {
            unknown.push_back({{}, message, std::string(row.place), std::string(row.meanwhile)});
        }
    }
    for (const std::string& word : cluster.traceBackends) {
        if (word != kBilledTraces && !suggestion(word, {std::string(kBilledTraces)}).empty()) {
            unknown.push_back({{},
                               unknownText("known price of traces in", word, {std::string(kBilledTraces)}),
                               "settings.cluster.traceBackends",
                               "traces are not on the bill"});
        }
    }
}

/// Categories of the bill, and where `design` is given the ids of its services.
Words billWords(const Design* design) {
    Words words;
    for (const BillCategory& category : billCategories()) {
        words.emplace_back(category.key);
    }
    if (design != nullptr) {
        for (const Service& service : design->services) {
            words.push_back(service.id.text);
        }
    }
    return words;
}

void addBillWords(const Design& design, std::vector<UnknownWord>& unknown) {
    const BillSettings& bill = design.settings.bill;
    const auto add = [&unknown](std::string_view what, const std::string& word, const Words& known, const char* place,
                                const char* meanwhile) {
        if (std::ranges::find(known, word) != known.end()) {
            return;
        }
        std::string hint = suggestion(word, known);
        unknown.push_back({{},
                           fmt::format("There is no {} '{}'{}", what, shownText(word), hint.empty() ? "." : hint),
                           place,
                           meanwhile});
    };
    for (const std::string& word : bill.off) {
        add("category of the bill and no service", word, billWords(&design), "settings.bill.off", kNoEffect);
    }
    for (const std::string& word : bill.on) {
        add("category of the bill", word, billWords(nullptr), "settings.bill.on", kNoEffect);
    }
    for (const auto& [word, dollars] : bill.fixed) {
        add("category of the bill", word, billWords(nullptr), "settings.bill.fixed",
            "its sum is billed beside the lines that it was to replace");
    }
}

void addEntryWords(const Design& design, std::vector<UnknownWord>& unknown) {
    Words known;
    for (const TrafficProfile& profile : trafficProfiles()) {
        known.emplace_back(profile.key);
    }
    for (const Entry& entry : design.entries) {
        const std::string message = unknownText("traffic profile", entry.profile, known);
        if (!message.empty()) {
            unknown.push_back({entry.service, message,
                               fmt::format("the profile of the entry '{}'", shownText(entry.id.text)),
                               "its traffic is steady"});
        }
    }
}

}  // namespace

std::vector<UnknownWord> unknownWords(const Design& design) {
    std::vector<UnknownWord> unknown;
    addClusterWords(design.settings.cluster, unknown);
    const std::string bus =
        unknownText("product of a bus", design.settings.bus.product, {kBusProducts.begin(), kBusProducts.end()});
    if (!bus.empty()) {
        unknown.push_back({{}, bus, "settings.bus.product", "the bus is that of EventBridge"});
    }
    addBillWords(design, unknown);
    addEntryWords(design, unknown);
    return unknown;
}

}  // namespace tideline
