// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

namespace tideline {

/// What lies under a point of the world: a box before a pill before a line or its boundary plate.
Hovered hitAt(const CanvasStage& stage, QPointF world);

/// The box whose port is within 12 pixels of the point, of those that show their ports.
std::optional<int> portHit(const CanvasStage& stage, QPointF screen);

}  // namespace tideline
