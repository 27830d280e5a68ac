// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/design/design.h"

#include <memory>

namespace tideline {

/// A service with its kind and all its fields, given or standard: the only place where generic fields are read.
/// Numbers are in the unit that their name says.
struct ServiceProfile {
    ServiceId id;
    std::string name;
    const ServiceKind* kind = nullptr;  ///< never null; lives as long as the Catalog
    Host host = Host::Kubernetes;
    Role role = Role::Service;
    FieldValues given;  ///< fields of the kind with values that fit; the kind's standards hold for the others

    double number(std::string_view field, double fallback = 0) const;
    bool flag(std::string_view field, bool fallback = false) const;
    std::string text(std::string_view field, std::string_view fallback = "") const;
    bool has(std::string_view field) const;
    /// The hosting of the drawn host; null where the kind does not offer it.
    const Hosting* hosting() const { return kind->hosting(host); }

    /// The field `maxDurationMs`, or `durationMs` where it is not given.
    double maxDurationMs() const;
    double copies = 1;  ///< of its zone
};

/// Unknown: the kind has no such field. Misfit: the value is of another type, out of the range, or none of the choices.
enum class FieldFault { Unknown, Misfit };

/// A field that was left out because it is unknown to the kind, of the wrong type or out of its range. The standard
/// holds in its place.
struct FieldIssue {
    ServiceId service;
    std::string field;
    FieldFault fault = FieldFault::Unknown;
    std::string message;  ///< a sentence with the service's name, the value and the limit
};

/// A design whose fields are read. Services of unknown kinds stand aside and lose nothing.
struct ResolvedDesign {
    std::vector<ServiceProfile> services;  ///< in id order
    std::vector<ServiceId> unknownKinds;
    std::vector<FieldIssue> issues;

    /// Null for unknown kinds and ids.
    const ServiceProfile* find(const ServiceId& id) const;
};

/// Nodes with graphics cards are shared in the words of the kinds, but each service has its own.
inline constexpr std::string_view kGpuNodes = "gpuNodeHours";
/// Key of the price of the node that a service with graphics cards takes: the one of the cluster's settings, else the one
/// that its kind names; empty where neither does.
std::string gpuNodePrice(const ClusterSettings& cluster, const ServiceProfile& profile);

ResolvedDesign resolve(const Design& design, const Catalog& catalog);

}  // namespace tideline
