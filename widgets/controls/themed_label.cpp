// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/themed_label.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/look/style.h"
#include "widgets/look/tabular.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace tideline {

ThemedLabel::ThemedLabel(const QString& text, FontRole role, QColor Theme::*token, QWidget* parent)
    : QLabel(parent), m_token(token) {
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(fontOf(role));
    takeColor();
}

void ThemedLabel::setToken(QColor Theme::*token) {
    m_token = token;
    takeColor();
}

void ThemedLabel::setWrapping() {
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ThemedLabel::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::ApplicationPaletteChange:
    case QEvent::PaletteChange:  // a panel of its own ground passes its palette on
    case QEvent::StyleChange: takeColor(); break;
    default: break;
    }
    QLabel::changeEvent(event);
}

void ThemedLabel::takeColor() {
    const QColor color = currentTheme().*m_token;
    if (palette().color(QPalette::WindowText) != color) {
        QPalette colors;
        colors.setColor(QPalette::WindowText, color);
        setPalette(colors);
    }
}

ElidedLabel::ElidedLabel(const QString& text, FontRole role, QColor Theme::*token, QWidget* parent)
    : ThemedLabel(text, role, token, parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {16, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    painter.drawText(rect(), static_cast<int>(alignment() | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const bool isCut = fontMetrics().horizontalAdvance(text()) > width();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), isCut ? plainToolTip(text()) : QString(),
                           this);
        return true;
    }
    return ThemedLabel::event(event);
}

NumberLabel::NumberLabel(FontRole role, QColor Theme::*token, QWidget* parent)
    : QWidget(parent), m_role(role), m_token(token) {
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void NumberLabel::setText(const QString& text) {
    if (text == m_text) {
        return;
    }
    const bool keepsSize = text.size() == m_text.size();
    m_text = text;
    setAccessibleName(text);
    if (!keepsSize) {
        updateGeometry();
    }
    update();
}

void NumberLabel::setToken(QColor Theme::*token) {
    m_token = token;
    update();
}

QSize NumberLabel::sizeHint() const {
    const QFont font = fontOf(m_role);
    return {static_cast<int>(std::ceil(tabularWidth(m_text, font))) + 1, QFontMetrics(font).height()};
}

void NumberLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(currentTheme().*m_token);
    drawTabular(painter, QRectF(rect()), m_text, fontOf(m_role), Qt::AlignRight);
}

}  // namespace tideline
