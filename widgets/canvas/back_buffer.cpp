// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/back_buffer.h"

#include <QPainter>
#include <cmath>

namespace tideline {

namespace {

/// Device pixels around the view and around each area that is painted. Curves and glyphs that an edge cuts are smoothed
/// otherwise than whole ones; so edges lie where nobody sees them, and every pixel is the same however it came about.
constexpr int kMargin = 8;
constexpr QPoint kCorner(kMargin, kMargin);

QRect grown(const QRect& area) {
    return area.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

}  // namespace

void BackBuffer::invalidate(const View& view, const QRectF& world) {
    const QRectF screen = view.toScreen(world);
    const double ratio = view.pixelRatio();
    const QRectF device(screen.topLeft() * ratio, screen.size() * ratio);
    m_stale += device.toAlignedRect().adjusted(-2, -2, 2, 2).translated(kCorner);
}

void BackBuffer::paintOn(QPixmap& sheet, const View& view, const QRect& area, const Paint& paint) {
    const double ratio = view.pixelRatio();
    const QPointF corner = QPointF(area.topLeft() - kCorner) / ratio;
    const QRectF screen(corner, QSizeF(area.size()) / ratio);
    QPainter painter(&sheet);
    painter.translate(-corner);
    painter.setClipRect(screen);
    paint(painter, view.toWorld(screen));
}

void BackBuffer::paintArea(const View& view, const QRect& area, const Paint& paint) {
    if (area == m_pixmap.rect()) {
        paintOn(m_pixmap, view, area, paint);
        return;
    }
    const double ratio = view.pixelRatio();
    const QRect wide = grown(area);
    if (m_sheet.width() < wide.width() || m_sheet.height() < wide.height() || m_sheet.devicePixelRatio() != ratio) {
        m_sheet = QPixmap(wide.size().expandedTo(m_sheet.size()));
        m_sheet.setDevicePixelRatio(ratio);
    }
    paintOn(m_sheet, view, wide, paint);
    QPainter painter(&m_pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(QRectF(QPointF(area.topLeft()) / ratio, QSizeF(area.size()) / ratio), m_sheet,
                       QRectF(kCorner, area.size()));
}

void BackBuffer::update(const View& view, const Paint& paint) {
    const QSize size = (QSizeF(view.size()) * view.pixelRatio()).toSize() + QSize(2 * kMargin, 2 * kMargin);
    if (m_pixmap.size() != size || m_pixmap.devicePixelRatio() != view.pixelRatio()) {
        m_pixmap = QPixmap(size);
        m_pixmap.setDevicePixelRatio(view.pixelRatio());
        m_isValid = false;
    }
    if (m_pixmap.isNull()) {
        return;
    }
    const QRect whole(QPoint(0, 0), size);
    const QPoint shift = m_origin - view.origin();
    const bool isFar = std::abs(shift.x()) >= size.width() || std::abs(shift.y()) >= size.height();
    if (!m_isValid || m_zoom != view.zoom() || isFar) {
        m_stale = whole;
    } else if (!shift.isNull()) {
        QRegion exposed;
        m_pixmap.scroll(shift.x(), shift.y(), whole, &exposed);
        m_stale.translate(shift);
        // With what had been the edge.
        for (const QRect& strip : exposed) {
            m_stale += grown(strip);
        }
    }
    m_isValid = true;
    m_zoom = view.zoom();
    m_origin = view.origin();
    m_stale &= whole;
    if (m_stale.rectCount() > 4) {
        m_stale = m_stale.boundingRect();
    }
    for (const QRect& area : m_stale) {
        paintArea(view, area, paint);
    }
    m_stale = {};
}

void BackBuffer::draw(QPainter& painter) const {
    painter.drawPixmap(QPointF(-kCorner) / m_pixmap.devicePixelRatio(), m_pixmap);
}

}  // namespace tideline
