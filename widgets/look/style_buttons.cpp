// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/icons.h"
#include "widgets/look/style_paint.h"

#include <QStyle>
#include <QWidget>

namespace tideline {

void paintRounded(QPainter* painter, const QRectF& box, double radius, const QColor& fill, const QColor& frame,
                  double width) {
    const SavedPainter saved(painter);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (frame.isValid()) {
        painter->setPen(QPen(frame, width));
        const double inset = width / 2;
        painter->drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(box, radius, radius);
    }
}

void paintChevron(QPainter* painter, const QRect& box, const QColor& color, double degrees) {
    const SavedPainter saved(painter);
    painter->translate(QRectF(box).center());
    painter->rotate(degrees);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)});
}

bool hasKeyboardFocus(const QStyleOption* option) {
    return option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
}

void paintButton(const Theme& t, const QStyleOptionButton& option, QPainter* painter) {
    const bool isPrimary = option.features & QStyleOptionButton::DefaultButton;
    const bool isFlat = option.features & QStyleOptionButton::Flat;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = option.state & QStyle::State_MouseOver;
    QColor fill = isFlat ? QColor() : t.panel;
    QColor frame = isFlat ? QColor() : t.line2;
    if (!isEnabled) {
        fill = isFlat ? QColor() : t.sunken;
    } else if (isPrimary) {
        fill = isDown ? t.accentPress : isHovered ? t.accentHover : t.accent;
        frame = QColor();
    } else if (isDown) {
        fill = t.pressed;
    } else if (isHovered) {
        fill = t.hover;
    }
    if (fill.isValid() || frame.isValid()) {
        paintRounded(painter, option.rect, 6, fill, frame);
    }
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), 4.5, QColor(),
                     isPrimary && isEnabled ? t.onAccent : t.focus, 2);
    }
}

void paintToolButton(const Theme& t, const QStyleOptionToolButton& option, QPainter* painter) {
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_On) {
        paintRounded(painter, option.rect, 6, t.accentSoft, QColor());
    } else if (isEnabled && option.state & QStyle::State_Sunken) {
        paintRounded(painter, option.rect, 6, t.pressed, QColor());
    } else if (isEnabled && option.state & QStyle::State_MouseOver) {
        paintRounded(painter, option.rect, 6, t.hover, QColor());
    }
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, option.rect, 6, QColor(), t.focus, 2);
    }
}

namespace {

QColor indicatorFrame(const Theme& t, const QStyleOption& option) {
    if (!(option.state & QStyle::State_Enabled)) {
        return t.line2;
    }
    if (hasKeyboardFocus(&option)) {
        return t.focus;
    }
    return option.state & QStyle::State_MouseOver ? t.t3 : t.control;
}

QRectF centredSquare(const QRect& box, double side) {
    const QPoint corner = box.center() - QPoint(static_cast<int>(side) / 2 - 1, static_cast<int>(side) / 2 - 1);
    return {QPointF(corner), QSizeF(side, side)};
}

}  // namespace

void paintCheckMark(const Theme& t, const QStyleOption& option, QPainter* painter) {
    const QRectF box = centredSquare(option.rect, 16);
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const bool isPartly = option.state & QStyle::State_NoChange;
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, box.adjusted(-3, -3, 3, 3), 5, QColor(), t.focus, 2);
    }
    if (!isOn && !isPartly) {
        paintRounded(painter, box, 3, isEnabled ? t.field : t.sunken, indicatorFrame(t, option));
        return;
    }
    paintRounded(painter, box, 3, isEnabled ? t.accent : t.tOff, QColor());
    const SavedPainter saved(painter);
    painter->setPen(QPen(t.onAccent, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(box.topLeft());
    painter->drawPolyline(isPartly ? QPolygonF{QPointF(4, 8), QPointF(12, 8)}
                                   : QPolygonF{QPointF(3.75, 8.25), QPointF(6.75, 11.25), QPointF(12.25, 5)});
}

void paintRadioMark(const Theme& t, const QStyleOption& option, QPainter* painter) {
    const QRectF box = centredSquare(option.rect, 16);
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, box.adjusted(-3, -3, 3, 3), 11, QColor(), t.focus, 2);
    }
    if (option.state & QStyle::State_On) {
        paintRounded(painter, box, 8, isEnabled ? t.accent : t.tOff, QColor());
        paintRounded(painter, box.adjusted(5, 5, -5, -5), 3, t.onAccent, QColor());
        return;
    }
    paintRounded(painter, box, 8, isEnabled ? t.field : t.sunken, indicatorFrame(t, option));
}

}  // namespace tideline
