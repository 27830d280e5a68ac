// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/card_facts.h"

#include "widgets/look/words.h"

#include <algorithm>

namespace tideline {

namespace {

constexpr double kSecondsPerHour = 3600;
constexpr double kSizeFromGib = 100;  ///< stores show their size from here on, not their load

QString loadText(const ServiceProfile& profile, const ServiceLoad& load) {
    if (load.meanRps <= 0) {
        return QStringLiteral("no load yet");
    }
    if (profile.role == Role::Job) {
        return runsText(load.meanRps * kSecondsPerHour);
    }
    if (profile.has("sessionMinutes")) {
        return openText(load.meanRps * profile.number("sessionMinutes") * 60);
    }
    if (profile.role == Role::Store && profile.number("storageGib") >= kSizeFromGib) {
        return memoryText(profile.number("storageGib") * 1024);
    }
    return rateText(load.meanRps);
}

/// Replicas on Kubernetes, memory of a function, cold start of a component.
QString sizeText(const ServiceProfile& profile, const Figures& figures) {
    switch (profile.host) {
    case Host::Kubernetes: {
        const auto capacity = figures.capacities.find(profile.id);
        const double replicas = capacity == figures.capacities.end() ? 0 : capacity->second.replicas;
        return replicas > 0 ? replicasText(replicas) : QString();
    }
    case Host::Function:
        return profile.has("functionMemoryMb") ? memoryText(profile.number("functionMemoryMb")) : QString();
    case Host::Wasm: {
        const std::optional<StartRange>& start = profile.kind->coldStart.wasmMs;
        return start ? durationText(start->mostMs) : QString();
    }
    case Host::Managed: return {};
    }
    return {};
}

bool isAutoscaled(const ServiceProfile& profile) {
    const Hosting* hosting = profile.hosting();
    return hosting != nullptr && profile.host == Host::Kubernetes &&
           (hosting->scaling.by == "hpa" || hosting->scaling.by == "keda");
}

}  // namespace

double nodeDollars(const Figures& figures, const ServiceId& id) {
    const auto at = figures.nodeDollars.find(id);
    return at == figures.nodeDollars.end() ? 0 : at->second;
}

std::optional<double> cardDollars(const Figures& figures, const ServiceId& id) {
    const auto& totals = figures.bill.byService;
    const auto at = std::ranges::lower_bound(totals, id, {}, &ServiceTotal::id);
    if (at == totals.end() || at->id != id) {
        return std::nullopt;
    }
    return at->monthly.dollars() + nodeDollars(figures, id);
}

CardFacts cardFacts(const Service& service, const ServiceKind* kind, const Figures& figures) {
    CardFacts facts;
    if (kind == nullptr) {
        facts.icon = QStringLiteral("service");
        facts.kindTitle = QString::fromStdString(service.kind);
        facts.money = QStringLiteral("\u2013");
        return facts;
    }
    facts.icon = QString::fromStdString(kind->icon);
    facts.kindTitle = QString::fromStdString(kind->title);
    const ServiceProfile* profile = figures.resolved.find(service.id);
    if (profile == nullptr) {
        return facts;
    }
    const auto load = figures.flow.loads.find(profile->id);
    facts.load = load == figures.flow.loads.end() ? QString() : loadText(*profile, load->second);
    facts.size = sizeText(*profile, figures);
    facts.autoscaled = isAutoscaled(*profile);
    const std::optional<double> dollars = cardDollars(figures, service.id);
    if (dollars) {
        facts.money = cardMoney(*dollars);
        facts.isMonthly = true;
    } else {
        facts.money = QStringLiteral("\u2013");
    }
    return facts;
}

}  // namespace tideline
