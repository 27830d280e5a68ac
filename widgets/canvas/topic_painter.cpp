// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/topic_painter.h"

#include "widgets/look/icons.h"

#include <QPainter>
#include <array>

namespace tideline {

PillInside pillInside(const QRectF& place, double text, double zoom, Detail detail) {
    struct Fit {
        double left, icon, gap, right;
    };
    // As drawn; closer together; and without the icon: names give way last.
    constexpr std::array kFits{Fit{10, 14, 5, 8}, Fit{7, 12, 4, 5}};
    for (const Fit& fit : kFits) {
        const double left = (fit.left + fit.icon + fit.gap) * zoom;
        const double room = place.width() - left - fit.right * zoom;
        if (detail != Detail::Names && text <= room) {
            const double icon = fit.icon * zoom;
            return {QRectF(place.left() + fit.left * zoom, place.center().y() - icon / 2, icon, icon),
                    place.left() + left, room};
        }
    }
    constexpr double kEnd = 4;  // pixels
    const double room = place.width() - 2 * kEnd;
    return {{}, place.left() + kEnd + std::max(0.0, (room - text) / 2), room};
}

void paintPill(const PaintContext& context, int index, PillState state) {
    const Pill& pill = context.picture.pill(index);
    const View& view = context.view;
    const double zoom = view.zoom();
    const QRectF place = view.snapped(pill.rect);
    const double radius = place.height() / 2;
    QPainter& painter = context.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (view.detail() == Detail::Bars) {
        painter.setBrush(context.theme.busMark);
        painter.drawRoundedRect(place, 3, 3);
        return;
    }
    painter.setBrush(context.theme.cardShade);
    painter.drawRoundedRect(place.translated(0, 1), radius, radius);
    const bool isSelected = state == PillState::Selected;
    const QColor frame = isSelected                ? context.theme.accent
                         : state == PillState::Hot ? context.theme.cardHover
                                                   : context.theme.busLine;
    painter.setPen(QPen(frame, isSelected ? 2 : 1));
    painter.setBrush(context.theme.card);
    const double inset = isSelected ? 1 : 0.5;
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.setPen(context.theme.t1);
    const double size = view.detail() == Detail::Names ? 10 : textPixels(view, 11.5, 10);
    const PillInside inside = pillInside(place, pill.text.widthAt(size), zoom, view.detail());
    if (!inside.icon.isEmpty()) {
        drawIcon(painter, QStringLiteral("event-bus"), context.theme.busText, inside.icon);
    }
    painter.setPen(context.theme.t1);
    pill.text.draw(painter, QPointF(inside.textLeft, place.center().y() + size * 0.36), size, inside.room);
}

void paintPills(const PaintContext& context) {
    for (std::size_t i = 0; i < context.picture.pills().size(); ++i) {
        const int index = static_cast<int>(i);
        if (!context.state.hiddenPills.contains(index) && context.picture.pill(index).rect.intersects(context.world)) {
            paintPill(context, index, PillState::Rest);
        }
    }
}

}  // namespace tideline
