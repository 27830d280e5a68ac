// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/catalog/host_possibility.h"
#include "core/design/cluster_provider.h"
#include "core/rules/rule_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr Money kWorthMoving{.micros = 20'000'000};

Money ownCost(const Bill& bill, const ServiceId& id) {
    const auto at = std::ranges::find(bill.byService, id, &ServiceTotal::id);
    return at == bill.byService.end() ? Money{} : at->monthly;
}

/// A managed service has an address that both sides reach; others are apart where their hosts differ.
bool areApart(Host a, Host b) {
    return a != b && a != Host::Managed && b != Host::Managed;
}

/// Whether a call that stays on one side now would wait across the boundary after the move, or the service would have
/// to leave its VPC, which no Wasm runtime can join.
bool breaksCalls(const Figures& figures, const ServiceProfile& profile, Host host) {
    if (host == Host::Wasm && profile.flag("inVpc")) {
        return true;
    }
    return std::ranges::any_of(figures.design.connections, [&](const Connection& connection) {
        const bool isOurs = connection.from == profile.id || connection.to == profile.id;
        if (!isOurs || connection.type == ConnectionType::Async) {
            return false;
        }
        const ServiceProfile* other =
            figures.resolved.find(connection.from == profile.id ? connection.to : connection.from);
        return other != nullptr && areApart(host, other->host) && !areApart(profile.host, other->host);
    });
}

/// The possible host on which the whole design costs least; null where it is the drawn one. A place whose price nobody
/// knows is not cheaper.
const HostOption* cheaperOption(const Figures& figures, const ServiceProfile& profile) {
    const auto options = figures.options.find(profile.id);
    const HostOption* best = nullptr;
    if (options == figures.options.end()) {
        return best;
    }
    for (const HostOption& option : options->second) {
        const bool isLess =
            option.possible && option.host != profile.host && option.difference < Money{} && option.unpriced.empty();
        if (isLess && (best == nullptr || option.difference < best->difference) &&
            !breaksCalls(figures, profile, option.host)) {
            best = &option;
        }
    }
    return best;
}

/// Titles of the lines of a service, or of the cluster, that name a price without a value. Lines of services that are
/// not billed at all name none.
std::string titlesWithoutPrice(const Bill& bill, const std::optional<ServiceId>& service) {
    std::vector<std::string> titles;
    for (const BillLine& line : bill.lines) {
        if (line.service == service && line.dependsOn && !line.price.empty()) {
            titles.push_back(line.title);
        }
    }
    return fmt::format("{}", fmt::join(titles, ", "));
}

}  // namespace

void checkCheaperHost(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const HostOption* best = cheaperOption(figures, profile);
        if (best == nullptr) {
            continue;
        }
        const Money savings = Money{} - best->difference;
        const bool isMuch = savings.micros * 5 > ownCost(figures.bill, profile.id).micros;
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
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (const std::string titles = titlesWithoutPrice(figures.bill, profile.id); !titles.empty()) {
            findings.push_back(found(profile.id,
                                     fmt::format("'{}' costs more than the bill says: there is no public price for {}.",
                                                 profile.name, titles),
                                     "Add a price book with the prices of your own contract."));
        }
    }
    if (const std::string titles = titlesWithoutPrice(figures.bill, std::nullopt); !titles.empty()) {
        findings.push_back(found(
            {}, fmt::format("The cluster costs more than the bill says: no price book has a price for {}.", titles),
            "Choose a node that a price book has, or add a price book that has it."));
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
