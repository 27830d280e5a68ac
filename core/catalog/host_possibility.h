// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"

#include <optional>
#include <set>
#include <string>

namespace tideline {

/// Where something runs, in a sentence: "on Kubernetes", "on functions", "on Wasm", "as a managed service".
std::string whereOf(Host host);

/// Whether clients outside reach a service: it decides which front door a function has.
enum class Exposure { Private, Public };

/// Services that are reached from the internet: where an entry that is not background arrives, unless the field
/// `exposure` says otherwise (decisions: which price a line takes).
std::set<ServiceId> publicServices(const Design& design, const ResolvedDesign& resolved);

/// The front door of a public function: "http-api", "rest-api", "websocket-api", "none". A managed service has the one
/// that its field names, whoever calls it. Other hosts, and functions that nobody outside calls, have "none".
std::string frontDoorOf(const ServiceProfile& profile, Host host, Exposure exposure);

/// Why a service cannot run on a host: what the Problem findings of the family placement say, asked before anything
/// is moved. Curves, options and rules share it.
struct HostProblem {
    std::string rule;     ///< "placement.duration-over-function-limit"
    std::string message;  ///< a sentence with the service's name and the numbers that led to it
    std::string remedy;   ///< an imperative sentence
};

/// Nothing where the service can run there. Reports the first of the problems, in the order of the table.
std::optional<HostProblem> hostProblem(const ServiceProfile& profile, Host host, Exposure exposure);
/// What of the service's own figures and nature stands against a host, in the order of the table, whether or not its
/// kind is offered there.
std::vector<HostProblem> hostLimits(const ServiceProfile& profile, Host host, Exposure exposure);

}  // namespace tideline
