// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/design/field_value.h"

namespace tideline {

/// Where a service stands: upper left corner of its card in canvas units, |x|, |y| <= 1e7. Apart from what it is, so
/// that dragging a card changes no figure.
struct Spot {
    ServiceId id;
    double x = 0, y = 0;
    Extras extras;
    bool operator==(const Spot&) const = default;
};

}  // namespace tideline
