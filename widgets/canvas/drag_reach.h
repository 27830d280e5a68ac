// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QRect>
#include <optional>

namespace tideline {

class CanvasStage;

/// Where the overlay paints what is dragged, in screen pixels; nothing where it may paint anywhere.
std::optional<QRect> dragReach(const CanvasStage& stage);

}  // namespace tideline
