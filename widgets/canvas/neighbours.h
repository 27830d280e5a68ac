// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/picture.h"

#include <Qt>
#include <set>

namespace tideline {

/// The nearest box in the direction of an arrow key; -1 where there is none.
int neighbourOf(const Picture& picture, int box, Qt::Key direction);

/// All boxes in the order in which they are read: lane by lane, top to bottom, left to right.
std::vector<int> readingOrder(const Picture& picture);

enum class Walk { Upstream, Downstream, Connected };
/// The services that a walk along connections reaches, the given ones included.
std::set<ServiceId> reachable(const Design& design, const std::set<ServiceId>& from, Walk walk);

}  // namespace tideline
