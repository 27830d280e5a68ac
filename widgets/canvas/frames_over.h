// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"
#include "widgets/canvas/stage.h"

namespace tideline {

// Frames around cards of the overlay, and what must lie over them.

void paintSelectedFrames(const PaintContext& context, const CanvasStage& stage);
void paintHoverFrame(const PaintContext& context, const CanvasStage& stage);
/// Where the keyboard is, what a search led to, and what pulses.
void paintFramesOfAttention(const PaintContext& context, const CanvasStage& stage);
/// The badges of all cards that have a frame.
void paintBadgesOver(const PaintContext& context, const CanvasStage& stage);

}  // namespace tideline
