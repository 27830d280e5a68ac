// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/catalog/host_possibility.h"
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

/// Both ends of a connection, where the program knows their kinds.
struct Ends {
    const Connection& connection;
    const ServiceProfile& from;
    const ServiceProfile& to;
};

std::vector<Ends> knownEnds(const Figures& figures) {
    std::vector<Ends> all;
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* from = figures.resolved.find(connection.from);
        const ServiceProfile* to = figures.resolved.find(connection.to);
        if (from != nullptr && to != nullptr) {
            all.push_back({connection, *from, *to});
        }
    }
    return all;
}

std::optional<double> timeoutMs(const Connection& connection) {
    const auto at = connection.fields.find("timeoutMs");
    const double* value = at == connection.fields.end() ? nullptr : std::get_if<double>(&at->second);
    return value == nullptr || *value <= 0 ? std::nullopt : std::optional(*value);
}

std::optional<double> lesser(std::optional<double> a, std::optional<double> b) {
    if (!a || !b) {
        return a ? a : b;
    }
    return std::min(*a, *b);
}

/// The shortest timeout of those who wait for each service.
std::map<ServiceId, std::optional<double>> shortestWaits(const Figures& figures) {
    std::map<ServiceId, std::optional<double>> waits;
    for (const Connection& connection : figures.design.connections) {
        if (connection.type == ConnectionType::Sync) {
            std::optional<double>& wait = waits[connection.to];
            wait = lesser(wait, timeoutMs(connection));
        }
    }
    return waits;
}

/// The time that a service has for its own answer: the shortest of its callers' timeouts and of its function's.
std::optional<double> timeToAnswerMs(const std::map<ServiceId, std::optional<double>>& waits,
                                     const ServiceProfile& service) {
    const auto wait = waits.find(service.id);
    std::optional<double> time = wait != waits.end() ? wait->second : std::nullopt;
    if (service.host == Host::Function && service.has("functionTimeoutS")) {
        time = lesser(time, service.number("functionTimeoutS") * 1000);
    }
    return time;
}

std::string secondsText(double milliseconds) {
    return milliseconds < 1000 ? numberText(milliseconds) + " ms" : numberText(milliseconds / 1000) + " s";
}

/// The line of the bill for the hours of all NAT gateways; null where the bill has none.
const BillLine* natHours(const Bill& bill) {
    const auto at = std::ranges::find(bill.lines, "nat-hours", &BillLine::category);
    return at == bill.lines.end() ? nullptr : &*at;
}

/// "2 NAT gateways cost $65.70 a month before any data."
std::string natPrice(const Figures& figures) {
    const ClusterSettings& cluster = figures.design.settings.cluster;
    const double gateways = cluster.natGateways.value_or(cluster.zones);
    const BillLine* line = natHours(figures.bill);
    if (line == nullptr) {
        return "NAT gateways cost by the hour before any data.";
    }
    return fmt::format("{} NAT gateway{} {} a month before any data.", numberText(gateways),
                       gateways == 1 ? " costs" : "s cost", dollarsText(line->monthly));
}

bool isBetweenCoreAndFunctions(Host a, Host b) {
    return (a == Host::Kubernetes && b == Host::Function) || (a == Host::Function && b == Host::Kubernetes);
}

}  // namespace

void checkSyncCrossBoundary(const Figures& figures, Findings& findings) {
    for (const auto& [connection, from, to] : knownEnds(figures)) {
        if (connection.type != ConnectionType::Sync || !isBetweenCoreAndFunctions(from.host, to.host)) {
            continue;
        }
        findings.push_back(found(connection.id,
                                 fmt::format("'{}' on {} waits for '{}' on {}: their latencies and failures add up, "
                                             "and the path needs a VPC or a public address.",
                                             from.name, nameOf(from.host), to.name, nameOf(to.host)),
                                 "Send an event instead, or place both on the same side."));
    }
}

void checkChattyBoundary(const Figures& figures, Findings& findings) {
    constexpr double kManyCalls = 5;
    for (const auto& [connection, from, to] : knownEnds(figures)) {
        if (connection.type == ConnectionType::Async || from.host == to.host || to.host == Host::Managed ||
            connection.callsPerRequest < kManyCalls) {
            continue;
        }
        findings.push_back(found(connection.id,
                                 fmt::format("'{}' calls '{}' {} times for each request, across the boundary.",
                                             from.name, to.name, numberText(connection.callsPerRequest)),
                                 "Fetch all in one call, cache, or place both on the same side."));
    }
}

void checkNatForFunction(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        if (profile.host != Host::Function || !profile.flag("inVpc") || !profile.flag("needsInternet")) {
            continue;
        }
        Finding finding =
            found(profile.id, fmt::format("'{}' is in a VPC and calls outside: {}", profile.name, natPrice(figures)),
                  "Use gateway endpoints for S3 and DynamoDB, interface endpoints for the rest, or leave the VPC.");
        if (profile.text("vpcReason").empty()) {
            finding.fix = Fix{.title = "Take it out of the VPC", .field = "inVpc", .value = "false"};
        }
        findings.push_back(std::move(finding));
    }
}

void checkMissingTimeout(const Figures& figures, Findings& findings) {
    const auto waits = shortestWaits(figures);
    for (const auto& [connection, from, to] : knownEnds(figures)) {
        const std::optional<double> own = timeoutMs(connection);
        const std::optional<double> available = timeToAnswerMs(waits, from);
        if (connection.type != ConnectionType::Sync || (own && (!available || *own < *available))) {
            continue;
        }
        std::string message =
            own ? fmt::format("'{}' waits up to {} for '{}', but has only {} to answer itself.", from.name,
                              secondsText(*own), to.name, secondsText(*available))
                : fmt::format("'{}' waits for '{}' without a timeout of its own.", from.name, to.name);
        Finding finding = found(connection.id, std::move(message), "Set a timeout below the time that the caller has.");
        if (available) {
            finding.fix = Fix{.title = fmt::format("Set it to {}", secondsText(*available / 2)),
                              .field = "timeoutMs",
                              .value = fmt::format("{}", *available / 2)};
        }
        findings.push_back(std::move(finding));
    }
}

}  // namespace tideline
