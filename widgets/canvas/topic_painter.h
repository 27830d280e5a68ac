// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// The pills of the topics in the bus lane.
void paintPills(const PaintContext& context);

enum class PillState { Rest, Hot, Selected };
void paintPill(const PaintContext& context, int pill, PillState state);

/// Where icon and name stand in a pill, in screen pixels. A name that finds no room pushes the icon closer, then out;
/// only then it is elided.
struct PillInside {
    QRectF icon;  ///< empty: none
    double textLeft = 0;
    double room = 0;  ///< for the name
};
/// `text` is the width of the name at its size.
PillInside pillInside(const QRectF& place, double text, double zoom, Detail detail);

}  // namespace tideline
