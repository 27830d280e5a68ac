// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/board_facts.h"
#include "widgets/canvas/boundary_plates.h"
#include "widgets/canvas/picture.h"
#include "widgets/canvas/sprites.h"
#include "widgets/canvas/view.h"

#include <set>

class QPainter;

namespace tideline {

/// What of the picture is painted differently while a gesture is under way.
struct PaintState {
    std::set<int> hiddenBoxes, hiddenLines, hiddenPills;  ///< the overlay paints them
    std::set<int> dimmedBoxes;
    bool dimsRest = false;  ///< all boxes but those in brightBoxes are dimmed
    std::set<int> brightBoxes;
    bool labels = false;
    bool hasHeads = true;  ///< false: too small for words on the lanes
    bool isDimmed(int box) const { return dimmedBoxes.contains(box) || (dimsRest && !brightBoxes.contains(box)); }
};

/// All that the painters of the layers need. Lives as long as one paint.
struct PaintContext {
    QPainter& painter;
    Picture& picture;
    const Design& design;
    const Analysis& analysis;
    const BoardFacts& facts;
    const BoundaryPlates& plates;
    const View& view;
    const Theme& theme;
    Sprites& sprites;
    const PaintState& state;
    QRectF world;  ///< the part to paint
};

/// Sizes of text: that of the role times the zoom, never under the least.
inline double textPixels(const View& view, double role, double least) {
    return std::max(least, role * view.zoom());
}

}  // namespace tideline
