// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

namespace tideline {

// The board in canvas units, which are pixels at 100 %.
inline constexpr double kCardWidth = 200;
inline constexpr double kCardHeight = 68;
inline constexpr double kColumnStep = 232;  ///< a card and the channel beside it
inline constexpr double kRowStep = 92;      ///< a card and the gap below it
inline constexpr double kLanePadding = 16;
inline constexpr double kLaneHead = 52;  ///< from the top of a lane to its first card
inline constexpr double kLaneWidth = 464;
inline constexpr double kBusWidth = 168;
inline constexpr double kLaneGap = 24;     ///< between lanes that stand one above the other
inline constexpr double kBusBoxWidth = 144;
inline constexpr double kBusBoxHeight = 44;
inline constexpr double kPillHeight = 28;
inline constexpr double kPillStep = 46;    ///< a pill and the gap below it
inline constexpr double kWasmHead = 34;    ///< from the top of the Wasm sub-zone to its first card
inline constexpr double kWasmPadding = 12;

/// The three columns of the board.
enum class LaneColumn { Core, Bus, Edge };

/// Zones of type cluster and edge-site stand left, bus in the middle, functions, wasm and external right.
LaneColumn columnOf(const Zone& zone);

/// The lanes of the board: the zones of the design, or the three usual ones where it has none.
std::vector<Zone> lanesOf(const Design& design);

/// Where a service is drawn: its own zone, or the first lane that takes its host. The bus itself stands in the bus.
ZoneId laneOf(const Service& service, const Design& design, std::span<const Zone> lanes);

}  // namespace tideline
