// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/topic_painter.h"

#include "widgets/look/icons.h"

#include <QPainter>

namespace tideline {

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
    if (view.detail() == Detail::Names) {
        const double room = place.width() - 8;
        const double x = place.left() + 4 + std::max(0.0, (room - pill.text.widthAt(10)) / 2);
        pill.text.draw(painter, QPointF(x, place.center().y() + 3.6), 10, room);
        return;
    }
    const double icon = 14 * zoom;
    paintIcon(painter, QStringLiteral("event-bus"), context.theme.busText,
              QRectF(place.left() + 10 * zoom, place.center().y() - icon / 2, icon, icon));
    const double size = textPixels(view, 11.5, 10);
    painter.setPen(context.theme.t1);
    pill.text.draw(painter, QPointF(place.left() + 29 * zoom, place.center().y() + size * 0.36), size,
                   place.width() - 35 * zoom);
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
