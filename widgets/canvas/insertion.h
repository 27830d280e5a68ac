// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

namespace tideline {

/// Exactly where it was dropped, or at the free cell that is nearest.
enum class Insertion { Exactly, NearestFree };

/// Adds a service of the kind: in the lane at the point where that takes it, else in the first lane that does. Selects
/// it and says what it became. Empty where it was refused, which the status bar says.
ServiceId insertAt(CanvasStage& stage, std::string_view kind, QPointF world, Insertion insertion);

/// The same, and a connection from a service, or from a topic, in one step.
ServiceId insertConnected(CanvasStage& stage, std::string_view kind, QPointF world, const LineEnd& from,
                          const ServiceId& service);

/// Shows what dropping the kind there would do.
void showGhost(CanvasStage& stage, std::string_view kind, QPointF world);
void hideGhost(CanvasStage& stage);

}  // namespace tideline
