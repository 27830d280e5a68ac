// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "widgets/look/theme.h"

#include <QRectF>

class QPainter;

namespace tideline {

/// Paints the whole board of an analysed design into the target, as shapes and text: sharp in PNG, SVG and PDF. The
/// board keeps its proportions and stands in the middle.
void renderBoard(QPainter& painter, const Analysis& analysis, const Theme& theme, const QRectF& target);

/// The size of that board at 100 %, with its margin.
QSizeF boardSize(const Analysis& analysis);

}  // namespace tideline
