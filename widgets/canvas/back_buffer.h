// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/view.h"

#include <QPixmap>
#include <QRegion>
#include <functional>

namespace tideline {

/// The painted picture without the overlay: panning moves it by whole pixels and paints only the strips that come into
/// sight; dragging paints over it.
class BackBuffer {
public:
    /// Paints the part of the world into the painter.
    using Paint = std::function<void(QPainter&, const QRectF& world)>;

    void invalidateAll() { m_isValid = false; }
    void invalidate(const View& view, const QRectF& world);
    /// Brings the pixmap to the view, painting as little as may be.
    void update(const View& view, const Paint& paint);
    /// What `update` made, at the upper left corner of the painter.
    void draw(QPainter& painter) const;

private:
    // Areas are in device pixels of the pixmap.
    static void paintOn(QPixmap& sheet, const View& view, const QRect& area, const Paint& paint);
    void paintArea(const View& view, const QRect& area, const Paint& paint);
    QPixmap m_pixmap;  ///< the view with a margin around it
    QPixmap m_sheet;   ///< where areas are painted, with a margin, before they are taken over
    QRegion m_stale;  ///< device pixels of the pixmap
    QPoint m_origin;
    double m_zoom = 0;
    bool m_isValid = false;
};

}  // namespace tideline
