// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/sprites.h"

#include "core/layout/lanes.h"
#include "widgets/canvas/shaped_text.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kRadius = 8;
constexpr double kNamesChip = 22;
constexpr double kNamesIcon = 15;

void paintSurface(QPainter& painter, const QRectF& box, const CardLook& look, double radius, const Theme& theme) {
    painter.setPen(Qt::NoPen);
    if (look.isKnown) {
        painter.setBrush(theme.cardShade);
        painter.drawRoundedRect(box.translated(0, 1), radius, radius);
    }
    painter.setBrush(look.isKnown ? theme.cardLine : theme.card);
    painter.drawRoundedRect(box, radius, radius);
    if (look.isKnown) {
        painter.setBrush(theme.card);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
        return;
    }
    QPen pen(theme.control, 1);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace

ChipPlace chipPlace(const QRectF& box, double zoom, Detail detail, bool isBusBox) {
    if (detail == Detail::Names) {
        const double chip = std::min(kNamesChip, box.height() * 0.64);
        const QRectF place(box.left() + std::min(6.0, box.height() * 0.18), box.center().y() - chip / 2, chip, chip);
        const double inset = chip * (1 - kNamesIcon / kNamesChip) / 2;
        return {place, place.adjusted(inset, inset, -inset, -inset), chip * 7 / 30};
    }
    if (isBusBox) {
        const QRectF place(box.left() + 8 * zoom, box.center().y() - 13 * zoom, 26 * zoom, 26 * zoom);
        return {place, place.adjusted(5 * zoom, 5 * zoom, -5 * zoom, -5 * zoom), 6 * zoom};
    }
    return {QRectF(box.left() + 10 * zoom, box.top() + 10 * zoom, 30 * zoom, 30 * zoom),
            QRectF(box.left() + 16 * zoom, box.top() + 16 * zoom, 18 * zoom, 18 * zoom), 7 * zoom};
}

void paintCardFrame(QPainter& painter, const QRectF& box, const CardLook& look, double zoom, Detail detail,
                    const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintSurface(painter, box, look, std::max(3.0, kRadius * zoom), theme);
    const ToneColors colors = colorsOf(look.tone, theme);
    const ChipPlace place = chipPlace(box, zoom, detail, look.isBusBox);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(place.chip, place.radius, place.radius);
    drawIcon(painter, look.icon, colors.text, place.icon);
}

// Of a badge at 100 %, in device-independent pixels.
constexpr double kBadgeRadius = 8.5;
constexpr double kBadgeGlyph = 12.4;
constexpr double kBadgeRing = 2;
/// Badges keep this size below that zoom.
constexpr double kSmallestBadge = 0.75;

void paintBadge(QPainter& painter, QPointF middle, Severity severity, Tone ground, double zoom, Detail detail,
                const Theme& theme) {
    const SeverityLook look = severityLook(severity, theme);
    const bool isDot = detail == Detail::Names;
    const double size = std::max(zoom, kSmallestBadge);
    const double radius = isDot ? 5 : kBadgeRadius * size;
    const double ring = radius + (isDot ? 1.5 : kBadgeRing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(ground, theme).zone);
    painter.drawEllipse(middle, ring, ring);
    painter.setBrush(look.fill);
    painter.drawEllipse(middle, radius, radius);
    if (!isDot) {
        const double glyph = kBadgeGlyph * size;
        const QColor color = severity == Severity::Warning ? theme.warnGlyph : theme.badgeGlyph;
        drawIcon(painter, look.icon, color, QRectF(middle.x() - glyph / 2, middle.y() - glyph / 2, glyph, glyph));
    }
}

void Sprites::prepare(const View& view, const Theme& theme) {
    const bool stands =
        m_zoom == view.zoom() && m_ratio == view.pixelRatio() && m_theme == &theme && m_detail == view.detail();
    if (!stands) {
        m_cards.clear();
        m_badges.clear();
        m_zoom = view.zoom();
        m_ratio = view.pixelRatio();
        m_detail = view.detail();
        m_theme = &theme;
    }
}

void Sprites::drop() {
    m_cards.clear();
    m_badges.clear();
    m_theme = nullptr;
}

const QPixmap& Sprites::card(const CardLook& look) {
    const QString key = look.icon + QLatin1Char(static_cast<char>('0' + static_cast<int>(look.tone))) +
                        QLatin1Char(look.isKnown ? 'k' : 'u') + QLatin1Char(look.isBusBox ? 'b' : 'c');
    QPixmap& sprite = m_cards[key];
    if (!sprite.isNull()) {
        return sprite;
    }
    const QSizeF card = look.isBusBox ? QSizeF(kBusBoxWidth, kBusBoxHeight) : QSizeF(kCardWidth, kCardHeight);
    const auto rounded = [&](double length) { return std::round(length * m_zoom * m_ratio) / m_ratio; };
    const QSizeF size(rounded(card.width()), rounded(card.height()));
    sprite = QPixmap(((size + QSizeF(2 * kMargin, 2 * kMargin)) * m_ratio).toSize());
    sprite.setDevicePixelRatio(m_ratio);
    sprite.fill(Qt::transparent);
    QPainter painter(&sprite);
    paintCardFrame(painter, QRectF(QPointF(kMargin, kMargin), size), look, m_zoom, m_detail, *m_theme);
    return sprite;
}

const QPixmap& Sprites::badge(Severity severity, Tone ground) {
    QPixmap& sprite = m_badges[static_cast<int>(severity) * kToneCount + static_cast<int>(ground)];
    if (sprite.isNull()) {
        const int half =
            static_cast<int>(std::ceil((kBadgeRadius * std::max(m_zoom, kSmallestBadge) + kBadgeRing + 1) * m_ratio));
        sprite = QPixmap(QSize(2 * half, 2 * half));
        sprite.setDevicePixelRatio(m_ratio);
        sprite.fill(Qt::transparent);
        QPainter painter(&sprite);
        const QPointF middle = QPointF(half, half) / m_ratio;
        paintBadge(painter, middle, severity, ground, m_zoom, m_detail, *m_theme);
    }
    return sprite;
}

}  // namespace tideline
