// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/style_paint.h"

#include <QLineEdit>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace tideline {

void paintField(const Theme& t, const QStyleOption& option, QPainter* painter, const QWidget* widget) {
    const auto* line = qobject_cast<const QLineEdit*>(widget);
    const bool isReadOnly = line && line->isReadOnly();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isWrong = widget && widget->property("invalid").toBool();
    if (!isEnabled || isReadOnly) {
        paintRounded(painter, option.rect, 6, t.sunken, t.line2);
    } else if (option.state & QStyle::State_HasFocus) {
        paintRounded(painter, option.rect, 6, t.field, isWrong ? t.problemFill : t.focus, 2);
    } else {
        const bool isHovered = option.state & QStyle::State_MouseOver;
        paintRounded(painter, option.rect, 6, t.field, isWrong ? t.problemFill : isHovered ? t.t3 : t.control);
    }
}

void paintSpinBox(const Theme& t, const QStyleOptionSpinBox& option, QPainter* painter, const QWidget* widget) {
    paintField(t, option, painter, widget);
    const QRect box = option.rect;
    const int left = box.right() - 22;
    painter->fillRect(QRect(left, box.top() + 4, 1, box.height() - 8), t.line);
    const auto color = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.state & QStyle::State_Enabled && option.stepEnabled & step ? t.t2 : t.tOff;
    };
    const int half = box.height() / 2;
    paintChevron(painter, QRect(left, box.top() + 1, 22, half), color(QAbstractSpinBox::StepUpEnabled), 180);
    paintChevron(painter, QRect(left, box.top() + half, 22, half - 1), color(QAbstractSpinBox::StepDownEnabled));
}

void paintComboBox(const Theme& t, const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) {
    if (option.frame) {
        paintField(t, option, painter, widget);
    }
    const QRect box = option.rect;
    paintChevron(painter, QRect(box.right() - 24, box.top(), 24, box.height()),
                 option.state & QStyle::State_Enabled ? t.t2 : t.tOff);
}

void paintSlider(const Theme& t, const QStyleOptionSlider& option, QPainter* painter, const QRect& handle) {
    const QRectF box = option.rect;
    const QPointF center = QRectF(handle).center();
    const QRectF groove = option.orientation == Qt::Horizontal
                              ? QRectF(box.left(), box.center().y() - 2, box.width(), 4)
                              : QRectF(box.center().x() - 2, box.top(), 4, box.height());
    paintRounded(painter, groove, 2, t.line2, QColor());
    QRectF filled = groove;
    if (option.orientation == Qt::Horizontal) {
        filled.setRight(center.x());
    } else {
        filled.setTop(center.y());
    }
    const QColor color = option.state & QStyle::State_Enabled ? t.accent : t.tOff;
    paintRounded(painter, filled, 2, color, QColor());
    const QRectF knob(center - QPointF(8, 8), QSizeF(16, 16));
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, knob.adjusted(-1, -1, 1, 1), 9, QColor(), t.focus, 2);
    }
    paintRounded(painter, knob.adjusted(1, 1, -1, -1), 7, t.panel, color, 2);
}

void paintScrollBar(const Theme& t, const QStyleOptionSlider& option, QPainter* painter, const QRect& handle) {
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool isActive = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    const double width = isActive ? 8 : 6;
    QColor color = t.control;
    color.setAlphaF(isActive ? 0.85F : 0.5F);
    QRectF knob = handle;
    if (option.orientation == Qt::Vertical) {
        knob = QRectF(knob.center().x() - width / 2, knob.top() + 2, width, knob.height() - 4);
    } else {
        knob = QRectF(knob.left() + 2, knob.center().y() - width / 2, knob.width() - 4, width);
    }
    paintRounded(painter, knob, width / 2, color, QColor());
}

}  // namespace tideline
