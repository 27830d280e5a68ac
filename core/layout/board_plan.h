// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/layout/lanes.h"

namespace tideline {

/// A rectangle in canvas units.
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool contains(double px, double py) const { return px >= x && px < right() && py >= y && py < bottom(); }
    bool overlaps(const Area& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    bool operator==(const Area&) const = default;
};

struct LaneArea {
    Zone zone;
    LaneColumn column = LaneColumn::Core;
    Area area;
    std::optional<Area> wasm;  ///< the sub-zone for Wasm components, lanes of functions only
    double contentBottom = 0;  ///< below the last card that is not in the sub-zone; the head where there is none
};

/// The lanes of a design around its services: each as wide and high as they need, all columns of one height.
struct BoardPlan {
    std::vector<LaneArea> lanes;  ///< in the order of the design
    double width = 0, height = 0;
    const LaneArea* find(const ZoneId& zone) const;
    /// Null outside all lanes.
    const LaneArea* at(double x, double y) const;
};

/// The place that a service takes on the board: its spot with the size of a card, or of a box in the bus lane, whose
/// x the lane decides.
Area placeOf(const Spot& spot, LaneColumn column, double busX);

/// `footHeight` is what a cluster keeps free below its services for its nodes.
BoardPlan planOf(const Design& design, double footHeight);

}  // namespace tideline
