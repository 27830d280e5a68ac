// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"

#include <optional>

namespace tideline {

// Makers of edits look at the design only for words (names in labels, free names); what is impossible is refused when
// the edit is applied, in words for the status bar. Checks that need the catalogue are the caller's.

/// A service to add: its kind, the host that the lane decides, and where its card stands.
struct NewService {
    std::string kind;
    std::string name;  ///< made unique by a number behind it: "Cache 2"
    Host host = Host::Kubernetes;
    ZoneId zone;
    double x = 0, y = 0;
};

/// An edit that adds a service, and the id that the service will have.
struct ServiceAddition {
    Edit edit;
    ServiceId id;
};

ServiceAddition addService(const Design& design, const NewService& service, IdSource& ids);

/// Refuses an empty name and one over the limit of characters; spaces at its ends are left out.
Edit renameService(const Design& design, const ServiceId& id, const std::string& name);

/// The label names the field by its key; a caller that knows the field's title may set a better one. Changes of the
/// same field in a row are one step.
Edit setField(const Design& design, const ServiceId& id, const std::string& field, const FieldValue& value);
/// Back to the standard of the kind.
Edit resetField(const Design& design, const ServiceId& id, const std::string& field);

/// Where a service goes: host and lane, and its new spot where it moves on the board as well.
struct Placement {
    ServiceId id;
    Host host = Host::Kubernetes;
    ZoneId zone;
    std::optional<Spot> spot;
};

/// Moves services to other hosts, lanes and spots in one step.
Edit placeServices(const Design& design, const std::vector<Placement>& placements);

enum class Pinning { Pinned, Free };
/// Pinned services stay where they are in the optimal plan.
Edit pinServices(const Design& design, const std::vector<ServiceId>& ids, Pinning pinning);

/// Removes services with their connections, entries, spots and accepted findings, and single connections besides.
Edit removeParts(const Design& design, const std::vector<ServiceId>& services,
                 const std::vector<ConnectionId>& connections);
/// Removes one service and joins its callers to what it called: type and fields of the second
/// connection, calls multiplied. The joined connections take ids from `ids`.
Edit removeAndJoin(const Design& design, const ServiceId& id, IdSource& ids);

}  // namespace tideline
