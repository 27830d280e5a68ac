// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/equal_gaps.h"
#include "widgets/canvas/picture.h"

#include <QLineF>
#include <set>

namespace tideline {

/// A line through borders or middles of cards that stand level with the one that is moved. World units.
struct Guide {
    QLineF line;
    bool operator==(const Guide&) const = default;
};

struct Snapped {
    QPointF corner;  ///< where the moved rectangle's upper left corner comes to stand
    std::vector<Guide> guides;
    std::vector<GapMark> gaps;
};

/// The place for a rectangle that is moved: level with cards nearby within `reach`, else with the same
/// gap as they have, else on the grid of 4.
Snapped snapRect(const Picture& picture, const QRectF& moved, const std::set<int>& without, double reach);

}  // namespace tideline
