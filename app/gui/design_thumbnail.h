// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"
#include "widgets/look/theme.h"

class QPainter;
class QRectF;

namespace tideline {

/// A design at the lowest level of detail: lanes, bars in the colours of their places, topics.
void paintThumbnail(QPainter& painter, const Design& design, const Theme& theme, const QRectF& box);

}  // namespace tideline
