// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QFont>
#include <QPainter>
#include <QString>

namespace tideline {

/// Text whose digits all have the width of the widest, for money and every number that changes in place: the face's
/// own digits differ in width and Qt before 6.7 cannot ask it for others.
double tabularWidth(const QString& text, const QFont& font);
/// Draws with the painter's pen; `baseline` is the left end, or the right end with Qt::AlignRight.
void drawTabular(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
                 Qt::Alignment alignment = Qt::AlignLeft);
/// The same, centred upright in the rectangle.
void drawTabular(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, Qt::Alignment alignment);

}  // namespace tideline
