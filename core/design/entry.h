// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"

namespace tideline {

/// Where traffic comes in.
struct Entry {
    EntryId id;
    ServiceId service;
    double monthly = 0;             ///< requests a month, finite, >= 0
    std::string profile = "steady"; ///< key of a traffic profile: steady, business-hours, spiky, event-driven,
                                    ///< batch-window, unpredictable
    bool background = false;        ///< not requests of users (logs, jobs): not part of "requests per month"
    Extras extras;
    bool operator==(const Entry&) const = default;
};

}  // namespace tideline
