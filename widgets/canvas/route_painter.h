// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

#include <QPen>

namespace tideline {

/// How a connection is drawn apart from its kind.
enum class LineState { Rest, Hot, Selected };

void paintLines(const PaintContext& context, std::span<const int> lines);
/// One line over everything else, with its label.
void paintLine(const PaintContext& context, int line, LineState state);
/// The plates of connections that cross the boundary without the bus.
void paintBoundaryPlates(const PaintContext& context);
void paintBoundaryPlate(const PaintContext& context, const BoundaryPlate& plate);
/// A plate with the load at the longest leg.
void paintLineLabel(const PaintContext& context, int line);

}  // namespace tideline
