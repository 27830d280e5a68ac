// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/segmented_control.h"

#include "widgets/look/fonts.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>

namespace tideline {

SegmentedControl::SegmentedControl(const QStringList& titles, QWidget* parent) : QWidget(parent), m_titles(titles) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleDescription(titles.value(0));
}

void SegmentedControl::choose(int segment) {
    if (segment == m_chosen || segment < 0 || segment >= m_titles.size()) {
        return;
    }
    m_chosen = segment;
    setAccessibleDescription(m_titles.value(segment));
    update();
    Q_EMIT choiceChanged(segment);
}

void SegmentedControl::setPlain() {
    m_isPlain = true;
    updateGeometry();
    update();
}

int SegmentedControl::widthOf(const QString& title) const {
    return QFontMetrics(fontOf(FontRole::SmallStrong)).horizontalAdvance(title) + 22;
}

QRect SegmentedControl::boxOf(int segment) const {
    int left = 2;
    for (int i = 0; i < segment; ++i) {
        left += widthOf(m_titles[i]);
    }
    return {left, 2, widthOf(m_titles[segment]), height() - 4};
}

QSize SegmentedControl::sizeHint() const {
    int width = 4;
    for (const QString& title : m_titles) {
        width += widthOf(title);
    }
    return {width, 28};
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& t = currentTheme();
    const bool isRinged = hasFocus() && m_showsFocus;
    if (!m_isPlain || isRinged) {
        paintRounded(&painter, rect(), 7, m_isPlain ? QColor() : t.sunken, isRinged ? t.focus : t.line2,
                     isRinged ? 2 : 1);
    }
    for (int i = 0; i < m_titles.size(); ++i) {
        if (i == m_chosen && !m_isPlain) {
            paintRounded(&painter, boxOf(i), 5, t.panel, t.line2);
        }
        painter.setFont(fontOf(m_isPlain && i == m_chosen ? FontRole::SmallTitle : FontRole::SmallStrong));
        painter.setPen(i == m_chosen ? t.t1 : t.t2);
        painter.drawText(boxOf(i), Qt::AlignCenter, m_titles[i]);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < m_titles.size(); ++i) {
        if (boxOf(i).contains(event->position().toPoint())) {
            choose(i);
        }
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) {
        choose(m_chosen - 1);
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down) {
        choose(m_chosen + 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::focusInEvent(QFocusEvent* event) {
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

}  // namespace tideline
