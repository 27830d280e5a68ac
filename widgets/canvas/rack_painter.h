// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// The nodes at the foot of the first cluster with the pods on them, and what all services share.
void paintRack(const PaintContext& context);

}  // namespace tideline
