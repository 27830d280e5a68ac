// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_checks.h"

#include <fmt/core.h>

#include <set>

namespace tideline {

namespace {

bool writes(const Connection& connection) {
    const auto at = connection.fields.find("writes");
    const bool* value = at == connection.fields.end() ? nullptr : std::get_if<bool>(&at->second);
    return connection.type != ConnectionType::Async && (value == nullptr || *value);
}

std::size_t writersOf(const Design& design, const ServiceId& store) {
    std::set<ServiceId> writers;
    for (const Connection& connection : design.connections) {
        if (connection.to == store && writes(connection)) {
            writers.insert(connection.from);
        }
    }
    return writers.size();
}

}  // namespace

void checkSharedDatabase(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const bool isDatabase = profile.kind->key == "relational-database" || profile.kind->key == "document-database";
        const std::size_t writers = isDatabase ? writersOf(figures.design, profile.id) : 0;
        if (writers < 2) {
            continue;
        }
        findings.push_back(found(profile.id,
                                 fmt::format("'{}' is written by {} services; a change of its tables is a change of "
                                             "all of them.",
                                             profile.name, writers),
                                 "Give it one owner; let the others ask the owner or hear its events."));
    }
}

void checkNoBackup(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        // A provider keeps copies of a managed store unasked; the field is about those beyond the free size.
        const bool isOurs = profile.host != Host::Managed;
        if (profile.role != Role::Store || !isOurs || !profile.flag("onlyCopy") || profile.flag("backup")) {
            continue;
        }
        Finding finding =
            found(profile.id, fmt::format("'{}' holds the only copy of its data and has no backup.", profile.name),
                  "Turn backups or point-in-time recovery on.");
        finding.fix = Fix{.title = "Turn them on", .field = "backup", .value = "true"};
        findings.push_back(std::move(finding));
    }
}

}  // namespace tideline
