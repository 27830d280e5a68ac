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

void BackBuffer::paintArea(const View& view, const QRect& devicePixels, const Paint& paint) {
    const double ratio = view.pixelRatio();
    QPainter painter(&m_pixmap);
    const QRectF screen(QPointF(devicePixels.topLeft()) / ratio, QSizeF(devicePixels.size()) / ratio);
    painter.setClipRect(screen);
    paint(painter, view.toWorld(screen));
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
