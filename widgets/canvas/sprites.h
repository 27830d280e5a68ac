// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/rules/finding.h"
#include "widgets/canvas/tone.h"
#include "widgets/canvas/view.h"

#include <QHash>
#include <QPixmap>
#include <QString>

namespace tideline {

/// What a card looks like without its words.
struct CardLook {
    QString icon;
    Tone tone = Tone::Core;
    bool isKnown = true;
    bool isBusBox = false;
    bool operator==(const CardLook&) const = default;
};

/// Cards without words, painted once for the zoom, the theme and the screen of the moment.
class Sprites {
public:
    /// Drops everything where one of them differs from last time.
    void prepare(const View& view, const Theme& theme);
    void drop();
    /// Its upper left corner lies `kMargin` screen pixels outside the card.
    const QPixmap& card(const CardLook& look);
    static constexpr int kMargin = 2;
    /// The mark of a finding on a card that stands on `ground`, its middle in the middle of the pixmap.
    const QPixmap& badge(Severity severity, Tone ground);

private:
    QHash<QString, QPixmap> m_cards;
    QHash<int, QPixmap> m_badges;
    double m_zoom = 0, m_ratio = 0;
    Detail m_detail = Detail::Full;
    const Theme* m_theme = nullptr;
};

/// Surface, frame, chip and icon; `box` in screen pixels.
void paintCardFrame(QPainter& painter, const QRectF& box, const CardLook& look, double zoom, Detail detail,
                    const Theme& theme);

/// Mark of a finding with its ring, around `middle` in screen pixels; a dot where only names are shown.
void paintBadge(QPainter& painter, QPointF middle, Severity severity, Tone ground, double zoom, Detail detail,
                const Theme& theme);

/// Chip and icon on a card of `box`, in screen pixels.
struct ChipPlace {
    QRectF chip, icon;
    double radius = 0;
};
ChipPlace chipPlace(const QRectF& box, double zoom, Detail detail, bool isBusBox);

}  // namespace tideline
