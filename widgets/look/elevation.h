// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/theme.h"

class QPainter;
class QRectF;

namespace tideline {

/// The painted shadows of the visual specification: a plate (menus, popups), or a card while it is dragged.
enum class Elevation { Plate, Dragged };

/// Paints the shadow under `box`, then the caller paints the shape over it.
void paintShadow(QPainter& painter, const QRectF& box, double radius, Elevation elevation, const Theme& theme);
/// A plate on the ground of popups with its frame and shadow.
void paintPlate(QPainter& painter, const QRectF& box, double radius, const Theme& theme);

}  // namespace tideline
