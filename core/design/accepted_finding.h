// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/field_value.h"

#include <string>

namespace tideline {

/// A finding that a person has accepted, with the reason.
struct AcceptedFinding {
    std::string rule;
    std::string subject;  ///< id of a service or connection; empty = the design
    std::string reason;
    Extras extras;
    bool operator==(const AcceptedFinding&) const = default;
};

}  // namespace tideline
