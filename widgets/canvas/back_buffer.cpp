// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/back_buffer.h"

#include <QPainter>
#include <cmath>

namespace tideline {

void BackBuffer::invalidate(const View& view, const QRectF& world) {
    const QRectF screen = view.toScreen(world);
    const double ratio = view.pixelRatio();
    const QRectF device(screen.topLeft() * ratio, screen.size() * ratio);
    m_stale += device.toAlignedRect().adjusted(-2, -2, 2, 2);
}

// Curves and glyphs that an edge of the painted area cuts are smoothed otherwise than whole ones. So an area is painted
// with a margin and only its middle is taken over: then every pixel is the same, however the area came about.
void BackBuffer::paintArea(const View& view, const QRect& devicePixels, const Paint& paint) {
    constexpr int kMargin = 8;
    const double ratio = view.pixelRatio();
    const QRect wide = devicePixels.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    if (m_sheet.width() < wide.width() || m_sheet.height() < wide.height() || m_sheet.devicePixelRatio() != ratio) {
        m_sheet = QPixmap(wide.size().expandedTo(m_sheet.size()));
        m_sheet.setDevicePixelRatio(ratio);
    }
    const QPointF corner = QPointF(wide.topLeft()) / ratio;
    const QRectF screen(corner, QSizeF(wide.size()) / ratio);
    {
        QPainter painter(&m_sheet);
        painter.translate(-corner);
        painter.setClipRect(screen);
        paint(painter, view.toWorld(screen));
    }
    QPainter painter(&m_pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(QRectF(QPointF(devicePixels.topLeft()) / ratio, QSizeF(devicePixels.size()) / ratio), m_sheet,
                       QRectF(QPointF(kMargin, kMargin), QSizeF(devicePixels.size())));
}

void BackBuffer::update(const View& view, const Paint& paint) {
    const QSize size = (QSizeF(view.size()) * view.pixelRatio()).toSize();
    if (m_pixmap.size() != size || m_pixmap.devicePixelRatio() != view.pixelRatio()) {
        m_pixmap = QPixmap(size);
        m_pixmap.setDevicePixelRatio(view.pixelRatio());
        m_isValid = false;
    }
    if (m_pixmap.isNull()) {
        return;
    }
    const QPoint shift = m_origin - view.origin();
    const bool isFar = std::abs(shift.x()) >= size.width() || std::abs(shift.y()) >= size.height();
    if (!m_isValid || m_zoom != view.zoom() || isFar) {
        m_stale = QRect(QPoint(0, 0), size);
    } else if (!shift.isNull()) {
        QRegion exposed;
        m_pixmap.scroll(shift.x(), shift.y(), QRect(QPoint(0, 0), size), &exposed);
        m_stale.translate(shift);
        m_stale += exposed;
    }
    m_isValid = true;
    m_zoom = view.zoom();
    m_origin = view.origin();
    m_stale &= QRect(QPoint(0, 0), size);
    if (m_stale.rectCount() > 4) {
        m_stale = m_stale.boundingRect();
    }
    for (const QRect& area : m_stale) {
        paintArea(view, area, paint);
    }
    m_stale = {};
}

}  // namespace tideline
