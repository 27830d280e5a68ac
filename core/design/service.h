// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"
#include "core/design/host.h"

namespace tideline {

struct Service {
    ServiceId id;
    std::string name;
    std::string kind;    ///< key of a ServiceKind in the Catalog; kinds that it does not know are kept and drawn
    FieldValues fields;  ///< only those that differ from the kind's standards
    Host host = Host::Kubernetes;
    ZoneId zone;          ///< the lane or site where it is drawn; empty = the first zone that takes its host
    bool pinned = false;  ///< the optimal plan may not move it
    Extras extras;
    bool operator==(const Service&) const = default;
};

}  // namespace tideline
