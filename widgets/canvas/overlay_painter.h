// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

namespace tideline {

/// What lies over the picture: selection, focus, hover, guides, marquee, drag, connecting, ghost, callout.
void paintOverlay(QPainter& painter, CanvasStage& stage);

/// The cards that are dragged, their frames and the connections in `liveLines`, for the picture that they are dragged
/// as.
void paintDraggedPicture(QPainter& painter, CanvasStage& stage);

}  // namespace tideline
