// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"

namespace tideline {

/// A kind of event on the bus. Connections name it in their field `event`.
struct Topic {
    TopicId id;
    std::string name;
    double y = 0;  ///< its height in the bus lane, in canvas units
    Extras extras;
    bool operator==(const Topic&) const = default;
};

}  // namespace tideline
