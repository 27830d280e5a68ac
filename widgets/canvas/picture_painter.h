// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// The part of the board in `context.world`, layer by layer: canvas, dots, lanes, connections, plates, pills, cards.
void paintPicture(const PaintContext& context);

}  // namespace tideline
