// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// The pills of the topics in the bus lane.
void paintPills(const PaintContext& context);

enum class PillState { Rest, Hot, Selected };
void paintPill(const PaintContext& context, int pill, PillState state);

}  // namespace tideline
