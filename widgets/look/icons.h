// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace tideline {

/// Whether the set has such an icon: the name of a file in resources/icons without its ending.
bool hasIcon(const QString& name);
/// One icon in one colour. `size` is in device-independent pixels; cached. Unknown names give the icon `service`.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, double devicePixelRatio);
/// The same, painted as shapes: stays sharp in SVG and PDF.
void paintIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& box);

/// Whether the painter makes SVG or PDF: shapes stay shapes there, and text stays text that readers find and select.
bool drawsVectors(const QPainter& painter);

/// The icon in a box of a picture: a pixmap on whole pixels, or shapes where the painter draws vectors.
void drawIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& box);

/// An icon that takes its colours from the theme of the running style: t2, disabled tOff, checked accentText.
QIcon themedIcon(const QString& name);
/// The same in one colour for all states, for host colours and primary buttons.
QIcon coloredIcon(const QString& name, const QColor& color);
/// The product's mark, in its own colours.
QPixmap brandPixmap(int size, double devicePixelRatio);
QIcon brandIcon();

/// After a change of theme.
void dropIconCache();

}  // namespace tideline
