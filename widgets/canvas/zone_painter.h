// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// The dots of the empty canvas, outside the board.
void paintDots(const PaintContext& context);
/// Whether lanes alone fill the part to paint, so that nothing of the empty canvas shows.
bool lanesCover(const PaintContext& context);
/// Grounds and frames of the lanes, with the Wasm sub-zone and the recessed bus.
void paintLanes(const PaintContext& context);
/// Titles, counts and totals of the lanes; advice where a lane is empty.
void paintLaneHeads(const PaintContext& context);

/// The outline of a lane: round at the outer corners of the board only. `radius` in the unit of `rect`.
QPainterPath laneOutline(const QRectF& rect, const QRectF& board, double radius);

}  // namespace tideline
