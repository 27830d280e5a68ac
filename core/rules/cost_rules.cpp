// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/catalog/host_possibility.h"
#include "core/design/cluster_provider.h"
#include "core/rules/rule_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

constexpr Money kWorthMoving{.micros = 20'000'000};

/// A managed service has an address that both sides reach; others are apart where their hosts differ.
bool areApart(Host a, Host b) {
    return a != b && a != Host::Managed && b != Host::Managed;
}

/// The services that each one waits for, or that wait for it.
using Waiting = std::map<ServiceId, std::vector<const ServiceProfile*>>;

Waiting waitingOf(const Figures& figures) {
    Waiting waiting;
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* from = figures.resolved.find(connection.from);
        const ServiceProfile* to = figures.resolved.find(connection.to);
        if (connection.type != ConnectionType::Async && from != nullptr && to != nullptr) {
            waiting[from->id].push_back(to);
            waiting[to->id].push_back(from);
        }
    }
    return waiting;
}

/// Whether a call that stays on one side now would wait across the boundary after the move, or the service would have
/// to leave its VPC, which no Wasm runtime can join.
bool breaksCalls(const Waiting& waiting, const ServiceProfile& profile, Host host) {
    if (host == Host::Wasm && profile.flag("inVpc")) {
        return true;
    }
    const auto others = waiting.find(profile.id);
    return others != waiting.end() && std::ranges::any_of(others->second, [&](const ServiceProfile* other) {
               return areApart(host, other->host) && !areApart(profile.host, other->host);
           });
}

/// The possible host on which the whole design costs least; null where it is the drawn one. A place whose price nobody
/// knows is not cheaper.
const HostOption* cheaperOption(const Figures& figures, const Waiting& waiting, const ServiceProfile& profile) {
    const auto options = figures.options.find(profile.id);
    const HostOption* best = nullptr;
    if (options == figures.options.end()) {
        return best;
    }
    for (const HostOption& option : options->second) {
        const bool isLess =
            option.possible && option.host != profile.host && option.difference < Money{} && option.unpriced.empty();
        if (isLess && (best == nullptr || option.difference < best->difference) &&
            !breaksCalls(waiting, profile, option.host)) {
            best = &option;
        }
    }
    return best;
}

/// Titles of the lines that name a price without a value, by service; those of the cluster under nobody. Lines of
/// services that are not billed at all name none.
std::map<std::optional<ServiceId>, std::vector<std::string>> titlesWithoutPrice(const Bill& bill) {
    std::map<std::optional<ServiceId>, std::vector<std::string>> titles;
    for (const BillLine& line : bill.lines) {
        if (line.dependsOn && !line.price.empty()) {
            titles[line.service].push_back(line.title);
        }
    }
    return titles;
}

}  // namespace

void checkCheaperHost(const Figures& figures, Findings& findings) {
    const Waiting waiting = waitingOf(figures);
    for (const ServiceProfile& profile : figures.resolved.services) {
        const HostOption* best = cheaperOption(figures, waiting, profile);
        if (best == nullptr) {
            continue;
        }
        const Money savings = Money{} - best->difference;
        const bool isMuch = savings.micros * 5 > ownMoney(figures.bill, profile.id).micros;
        if (savings <= kWorthMoving || !isMuch) {
            continue;
        }
        Finding finding = found(profile.id,
                                fmt::format("'{}' would save {} a month {}, with everything else as it is drawn.",
                                            profile.name, dollarsText(savings), whereOf(best->host)),
                                "Move it, or accept the finding with a reason.");
        finding.fix = Fix{.title = "Move it", .field = "host", .value = std::string(keyOf(best->host))};
        findings.push_back(std::move(finding));
    }
}

void checkNoPrice(const Figures& figures, Findings& findings) {
    for (const auto& [service, titles] : titlesWithoutPrice(figures.bill)) {
        const std::string all = fmt::format("{}", fmt::join(titles, ", "));
        if (const ServiceProfile* profile = service ? figures.resolved.find(*service) : nullptr) {
            findings.push_back(found(
                *service,
                fmt::format("'{}' costs more than the bill says: there is no public price for {}.", profile->name, all),
                "Add a price book with the prices of your own contract."));
        } else {
            findings.push_back(found(
                {}, fmt::format("The cluster costs more than the bill says: no price book has a price for {}.", all),
                "Choose a node that a price book has, or add a price book that has it."));
        }
    }
}

void checkForeignNode(const Figures& figures, Findings& findings) {
    const ClusterSettings& cluster = figures.design.settings.cluster;
    if (!figures.cluster || cluster.billing == "pods" || !isForeignNode(cluster.flavour, cluster.nodePrice)) {
        return;
    }
    const ClusterProvider& provider = clusterProvider(cluster.flavour);
    findings.push_back(found({},
                             fmt::format("The cluster runs on {}, but its nodes are billed by '{}', a price of another "
                                         "provider.",
                                         provider.title, shownText(cluster.nodePrice)),
                             fmt::format("Choose a node of {}, such as '{}'.", provider.title, provider.standardNode)));
}

}  // namespace tideline
