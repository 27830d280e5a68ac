// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/back_buffer.h"

#include <QPainter>
#include <algorithm>

namespace tideline {

namespace {

/// Device pixels around each area that is painted. Curves and glyphs that an edge cuts are smoothed otherwise than whole
/// ones; so edges lie where nobody sees them, and every pixel is the same however it came about.
constexpr int kMargin = 8;

/// Device pixels around the view that are painted ahead, and how far the view may come near their edge before they are
/// moved along.
constexpr int kAhead = 72;
constexpr int kNear = 24;

/// What lies ahead is painted in pieces of so many pixels at most, each well within a frame.
constexpr int kPiece = 400;

QRect grown(const QRect& area, int by) {
    return area.adjusted(-by, -by, by, by);
}

QSize deviceSize(const View& view) {
    return (QSizeF(view.size()) * view.pixelRatio()).toSize();
}

}  // namespace

QRect BackBuffer::areaOf(const View& view) const {
    return {view.origin() - m_origin, deviceSize(view)};
}

void BackBuffer::invalidate(const View& view, const QRectF& world) {
    const QRectF screen = view.toScreen(world);
    const double ratio = view.pixelRatio();
    const QRectF device(screen.topLeft() * ratio, screen.size() * ratio);
    m_stale += grown(device.toAlignedRect(), 2).translated(view.origin() - m_origin);
}

void BackBuffer::paintOn(QPixmap& sheet, QPoint origin, const View& view, const QRect& area, const Paint& paint) {
    const double ratio = view.pixelRatio();
    const QRect wide = grown(area, kMargin);
    const QRectF screen(QPointF(wide.topLeft() + m_origin - view.origin()) / ratio, QSizeF(wide.size()) / ratio);
    QPainter painter(&sheet);
    painter.translate(QPointF(view.origin() - m_origin - origin) / ratio);
    painter.setClipRect(screen);
    paint(painter, view.toWorld(screen));
}

void BackBuffer::paintArea(const View& view, const QRect& area, const Paint& paint) {
    const double ratio = view.pixelRatio();
    const QSize wide = grown(area, kMargin).size();
    if (m_sheet.width() < wide.width() || m_sheet.height() < wide.height() || m_sheet.devicePixelRatio() != ratio) {
        m_sheet = QPixmap(wide.expandedTo(m_sheet.size()));
        m_sheet.setDevicePixelRatio(ratio);
    }
    paintOn(m_sheet, area.topLeft() - QPoint(kMargin, kMargin), view, area, paint);
    QPainter painter(&m_pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(QRectF(QPointF(area.topLeft()) / ratio, QSizeF(area.size()) / ratio), m_sheet,
                       QRectF(QPointF(kMargin, kMargin), area.size()));
}

void BackBuffer::paintStale(const View& view, QRegion stale, const Paint& paint) {
    if (stale.rectCount() > 4) {
        stale = stale.boundingRect();
    }
    for (const QRect& area : stale) {
        paintArea(view, area, paint);
    }
    m_stale -= stale;
}

void BackBuffer::moveTo(QPoint origin) {
    const QPoint shift = m_origin - origin;
    const QRect whole = m_pixmap.rect();
    QRegion exposed;
    m_pixmap.scroll(shift.x(), shift.y(), whole, &exposed);
    m_stale = (m_stale.translated(shift) + exposed) & whole;
    m_origin = origin;
}

void BackBuffer::update(const View& view, const Paint& paint) {
    const QSize size = deviceSize(view) + QSize(2 * kAhead, 2 * kAhead);
    if (m_pixmap.size() != size || m_pixmap.devicePixelRatio() != view.pixelRatio()) {
        m_pixmap = QPixmap(size);
        m_pixmap.setDevicePixelRatio(view.pixelRatio());
        m_isValid = false;
    }
    if (m_pixmap.isNull()) {
        return;
    }
    const QRect whole = m_pixmap.rect();
    const QPoint centred = view.origin() - QPoint(kAhead, kAhead);
    if (!m_isValid || m_zoom != view.zoom() || !whole.intersects(areaOf(view))) {
        m_isValid = true;
        m_zoom = view.zoom();
        m_origin = centred;
        const QRect area = areaOf(view);
        // Nothing beside it is painted yet that its margin could spoil.
        paintOn(m_pixmap, {0, 0}, view, area, paint);
        m_stale = QRegion(whole) - area;
        return;
    }
    m_stale &= whole;
    if (whole.contains(areaOf(view))) {
        paintStale(view, m_stale & areaOf(view), paint);
        return;
    }
    // Panned without a pause: all at once costs less than a strip for each of the next frames.
    moveTo(centred);
    paintStale(view, m_stale, paint);
}

bool BackBuffer::isStale(const View& view) const {
    return !m_isValid || m_zoom != view.zoom() || !m_pixmap.rect().contains(areaOf(view)) ||
           m_stale.intersects(areaOf(view));
}

bool BackBuffer::paintAhead(const View& view, const Paint& paint) {
    const QRect whole = m_pixmap.rect();
    if (!m_isValid || m_zoom != view.zoom() || deviceSize(view) + QSize(2 * kAhead, 2 * kAhead) != whole.size()) {
        return false;
    }
    if (!whole.contains(grown(areaOf(view), kNear))) {
        moveTo(view.origin() - QPoint(kAhead, kAhead));
    }
    const QRegion stale = m_stale & whole;
    if (stale.isEmpty()) {
        return false;
    }
    const QRect area = *stale.begin();
    const QRect piece = area.width() > area.height()
                            ? QRect(area.topLeft(), QSize(std::min(area.width(), kPiece), area.height()))
                            : QRect(area.topLeft(), QSize(area.width(), std::min(area.height(), kPiece)));
    paintStale(view, piece, paint);
    return !(m_stale & whole).isEmpty();
}

void BackBuffer::draw(QPainter& painter, const View& view) const {
    const QRect area = areaOf(view);
    painter.drawPixmap(QRectF(QPointF(0, 0), QSizeF(area.size()) / view.pixelRatio()), m_pixmap, QRectF(area));
}

}  // namespace tideline
