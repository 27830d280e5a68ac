// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/paint_context.h"

namespace tideline {

/// Cards at the detail of the view.
void paintCards(const PaintContext& context, std::span<const int> boxes);

/// One card at its place, whatever the state hides.
void paintCard(const PaintContext& context, int box);

/// Its badge once more, where something was painted over the card. Nothing where it has none.
void paintCardBadge(const PaintContext& context, int box);

/// A card that is not in the picture: the ghost of a kind from the palette. `box` in screen pixels.
void paintGhostCard(QPainter& painter, const QRectF& box, const CardLook& look, const CardFacts& facts,
                    const QString& title, double zoom, const Theme& theme);

}  // namespace tideline
