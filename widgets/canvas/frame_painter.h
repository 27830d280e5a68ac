// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

namespace tideline {

/// A frame around a card on the screen with a soft halo: selected, refused, found.
void paintHaloFrame(QPainter& painter, const QRectF& box, const QColor& color, double zoom, float haloAlpha = 0.16F);
void paintHoverFrame(QPainter& painter, const QRectF& box, const QColor& color, double zoom);
/// The keyboard's ring, 3 pixels away from the card.
void paintFocusRing(QPainter& painter, const QRectF& box, const QColor& color, double zoom);
/// Four ports; `filled` is the one that would be taken.
void paintPorts(QPainter& painter, const QRectF& box, const Theme& theme, double zoom, std::optional<Side> filled);
/// A plate with an icon and one or two lines, kept inside the widget.
void paintCallout(QPainter& painter, const Callout& callout, const View& view, const Theme& theme);

}  // namespace tideline
