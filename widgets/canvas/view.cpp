// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/view.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr std::array kBorders{0.28, 0.55, 0.75};
constexpr double kHysteresis = 0.02;

double roundTo(double value, double ratio) {
    return std::round(value * ratio) / ratio;
}

/// Of a device pixel. Qt fills shapes on such a grid: places between its lines would be rounded to one side or the
/// other by how far the board was panned.
constexpr double kPartsOfPixel = 16;

double toPart(double device) {
    return std::round(device * kPartsOfPixel) / kPartsOfPixel;
}

}  // namespace

Detail detailAt(double zoom, Detail current) {
    int level = 0;
    for (std::size_t i = 0; i < kBorders.size(); ++i) {
        const bool isAbove = static_cast<int>(current) > static_cast<int>(i);
        level += zoom >= kBorders[i] - (isAbove ? kHysteresis : 0) ? 1 : 0;
    }
    return static_cast<Detail>(level);
}

void View::resize(QSize size, double pixelRatio) {
    const QPointF middle = center();
    m_size = size;
    const bool isOtherRatio = m_ratio != pixelRatio;
    m_ratio = pixelRatio;
    if (isOtherRatio) {
        setCenter(middle);
    }
}

void View::setZoom(double zoom, QPointF fixedScreenPoint) {
    const QPointF world = toWorld(fixedScreenPoint);
    m_zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    m_detail = detailAt(m_zoom, m_detail);
    const QPointF origin = world * (m_zoom * m_ratio) - fixedScreenPoint * m_ratio;
    m_origin = origin.toPoint();
}

void View::setCenter(QPointF world) {
    const QPointF middle = QPointF(m_size.width(), m_size.height()) / 2;
    m_origin = (world * (m_zoom * m_ratio) - middle * m_ratio).toPoint();
}

void View::pan(QPoint devicePixels) {
    m_origin -= devicePixels;
}

void View::setVector(double zoom) {
    m_isVector = true;
    m_zoom = zoom;
    m_detail = Detail::Full;
    m_origin = {};
}

QPointF View::toScreen(QPointF world) const {
    if (m_isVector) {
        return world * m_zoom;
    }
    const QPointF device = world * (m_zoom * m_ratio);
    return (QPointF(toPart(device.x()), toPart(device.y())) - QPointF(m_origin)) / m_ratio;
}

double View::toStroke(double length) const {
    return m_isVector ? length : std::max(1.0, toPart(length * m_ratio / 2) * 2) / m_ratio;
}

QRectF View::toScreen(const QRectF& world) const {
    return {toScreen(world.topLeft()), QSizeF(world.width() * m_zoom, world.height() * m_zoom)};
}

// Rounded before the origin is taken off: a place stands on the same pixel of the board wherever that was panned to.
QPointF View::snapped(QPointF world) const {
    if (m_isVector) {
        return toScreen(world);
    }
    const QPointF device = world * (m_zoom * m_ratio);
    return (QPointF(std::round(device.x()), std::round(device.y())) - QPointF(m_origin)) / m_ratio;
}

QPointF View::onPixel(QPointF world) const {
    constexpr double kHalf = 0.5;
    constexpr double kSlack = 1e-6;  // 17 may have become 16.999999999
    if (m_isVector) {
        return toScreen(world);
    }
    const QPointF device = world * (m_zoom * m_ratio) + QPointF(kSlack, kSlack);
    const QPointF pixel(std::floor(device.x()) + kHalf, std::floor(device.y()) + kHalf);
    return (pixel - QPointF(m_origin)) / m_ratio;
}

QRectF View::snapped(const QRectF& world) const {
    const QPointF corner = snapped(world.topLeft());
    const QSizeF size(world.width() * m_zoom, world.height() * m_zoom);
    return m_isVector ? QRectF(corner, size)
                      : QRectF(corner, QSizeF(roundTo(size.width(), m_ratio), roundTo(size.height(), m_ratio)));
}

QPointF View::toWorld(QPointF screen) const {
    return (screen + QPointF(m_origin) / m_ratio) / m_zoom;
}

QRectF View::toWorld(const QRectF& screen) const {
    return {toWorld(screen.topLeft()), screen.size() / m_zoom};
}

QRectF View::visibleWorld() const {
    return toWorld(QRectF(QPointF(0, 0), QSizeF(m_size)));
}

QPointF View::center() const {
    return toWorld(QPointF(m_size.width(), m_size.height()) / 2);
}

}  // namespace tideline
