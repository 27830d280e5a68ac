// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/layout/board_plan.h"

namespace tideline {

inline constexpr double kNodesFoot = 176;  ///< kept free for the nodes of a cluster where another lane stands below it

/// Places for the given services, in rows of their lanes from the top, callers above those they call; all others stay
/// where they are and keep their place free. In the order of `services`.
std::vector<Spot> tidySpots(const Design& design, std::span<const ServiceId> services);

/// Places for all services that have none.
std::vector<Spot> missingSpots(const Design& design);

/// The next free place of a lane for one more service on `host`, as near to (x, y) as there is one: no card stands there,
/// and in the bus no topic.
Spot freeSpot(const Design& design, const ZoneId& lane, Host host, double x, double y);

/// The places of the given services where no other card and no topic lies: moved together, as little as that takes, so
/// that they keep their arrangement. Where there is no room near for all, or they are more than 200, each gets the
/// nearest free place of its lane. In the order of `services`, without those that have no place.
std::vector<Spot> clearSpots(const Design& design, std::span<const ServiceId> services);

/// The same design with a place for every service.
Design withAllSpots(Design design);

/// Heights for topics that have none (0) and for events that no topic names, stacked below what stands in the bus.
std::vector<Topic> missingTopicPlaces(const Design& design);

}  // namespace tideline
