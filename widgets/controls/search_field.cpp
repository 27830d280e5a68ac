// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/search_field.h"

#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace tideline {

SearchField::SearchField(const QString& placeholder, const QString& key, QWidget* parent)
    : QLineEdit(parent), m_key(key) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextMargins(22, 0, key.isEmpty() ? 0 : 20, 0);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down: Q_EMIT moved(1); return;
    case Qt::Key_Up: Q_EMIT moved(-1); return;
    case Qt::Key_PageDown: Q_EMIT moved(8); return;
    case Qt::Key_PageUp: Q_EMIT moved(-8); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT accepted(); return;
    case Qt::Key_Escape:
        if (text().isEmpty() || m_leavesAtOnce) {
            Q_EMIT left();
        } else {
            clear();
        }
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme& t = currentTheme();
    painter.drawPixmap(8, (height() - 16) / 2, iconPixmap(QStringLiteral("search"), t.t3, 16, devicePixelRatioF()));
    if (!m_key.isEmpty() && text().isEmpty()) {
        const QFont font = fontOf(FontRole::Caption);
        const int width = std::max(18, QFontMetrics(font).horizontalAdvance(m_key) + 8);
        const QRect box(this->width() - width - 6, (height() - 18) / 2, width, 18);
        paintRounded(&painter, box, 4, t.field, t.line2);
        painter.setFont(font);
        painter.setPen(t.t3);
        painter.drawText(box, Qt::AlignCenter, m_key);
    }
}

}  // namespace tideline
