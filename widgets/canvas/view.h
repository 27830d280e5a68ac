// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QPointF>
#include <QRectF>
#include <QSize>

namespace tideline {

/// How much of a card is shown, by zoom.
enum class Detail { Bars, Names, Short, Full };

/// `current` stays within 0.02 of its borders, so that wheeling around one does not flicker.
Detail detailAt(double zoom, Detail current);

/// Which part of the board is seen, and how large. World units are pixels at 100 %.
class View {
public:
    static constexpr double kLeastZoom = 0.01;
    static constexpr double kMostZoom = 4;

    double zoom() const { return m_zoom; }
    Detail detail() const { return m_detail; }
    double pixelRatio() const { return m_ratio; }
    QSize size() const { return m_size; }
    /// The upper left corner of the widget, in device pixels of the world: whole, so that panning moves whole pixels.
    QPoint origin() const { return m_origin; }

    void resize(QSize size, double pixelRatio);
    void setZoom(double zoom, QPointF fixedScreenPoint);
    void setCenter(QPointF world);
    /// By device pixels.
    void pan(QPoint devicePixels);
    /// Without rounding to pixels, for pictures of vectors.
    void setVector(double zoom);

    /// To the sixteenth of a device pixel.
    QPointF toScreen(QPointF world) const;
    QRectF toScreen(const QRectF& world) const;
    /// The width of a pen whose both edges look the same wherever the board is panned to; at least a device pixel.
    double toStroke(double length) const;
    /// On whole device pixels, so that frames and sprites stay sharp.
    QPointF snapped(QPointF world) const;
    QRectF snapped(const QRectF& world) const;
    /// In the middle of a device pixel, so that thin lines stay sharp.
    QPointF onPixel(QPointF world) const;
    QPointF toWorld(QPointF screen) const;
    QRectF toWorld(const QRectF& screen) const;
    QRectF visibleWorld() const;
    QPointF center() const;
    /// A length of the world in screen pixels.
    double scaled(double length) const { return length * m_zoom; }
    bool isVector() const { return m_isVector; }

private:
    double m_zoom = 1;
    double m_ratio = 1;
    QSize m_size;
    QPoint m_origin;
    Detail m_detail = Detail::Full;
    bool m_isVector = false;
};

}  // namespace tideline
