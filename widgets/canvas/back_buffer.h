// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/view.h"

#include <QPixmap>
#include <QRegion>
#include <functional>

namespace tideline {

/// The painted picture without the overlay, and some of what lies around the view: panning shows another part of it,
/// and what comes into sight next is painted between the frames. Dragging paints over it.
class BackBuffer {
public:
    /// Paints the part of the world into the painter.
    using Paint = std::function<void(QPainter&, const QRectF& world)>;

    void invalidateAll() { m_isValid = false; }
    void invalidate(const View& view, const QRectF& world);
    /// Brings what the view shows up to date, painting as little as may be.
    void update(const View& view, const Paint& paint);
    /// Whether `update` has something to paint.
    bool isStale(const View& view) const;
    /// What `update` made, at the upper left corner of the painter.
    void draw(QPainter& painter, const View& view) const;
    /// Paints a piece of what lies around the view; false when nothing is left to paint.
    bool paintAhead(const View& view, const Paint& paint);

private:
    // Areas are in device pixels of the pixmap.
    QRect areaOf(const View& view) const;
    void moveTo(QPoint origin);
    /// Paints the area with its margin into a sheet whose corner is that pixel of `m_pixmap`.
    void paintOn(QPixmap& sheet, QPoint origin, const View& view, const QRect& area, const Paint& paint);
    void paintArea(const View& view, const QRect& area, const Paint& paint);
    void paintStale(const View& view, QRegion stale, const Paint& paint);
    QPixmap m_pixmap;  ///< the view with a margin around it
    QPixmap m_sheet;  ///< where areas are painted, with a margin, before they are taken over
    QRegion m_stale;  ///< device pixels of the pixmap
    QPoint m_origin;  ///< of the pixmap, in device pixels of the world
    double m_zoom = 0;
    bool m_isValid = false;
};

}  // namespace tideline
