// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/subject_head.h"

#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace tideline {

SubjectHead::SubjectHead(QWidget* parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_title(new ElidedLabel(QString(), FontRole::Head, &Theme::t1, this)),
      m_kind(new ElidedLabel(QString(), FontRole::Small, &Theme::t3, this)) {
    setFixedHeight(58);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(60, 9, 14, 9);
    column->setSpacing(0);
    m_name->setFont(fontOf(FontRole::Head));
    m_name->setFrame(false);
    m_name->setTextMargins(-2, 0, 0, 0);
    QPalette plain;
    plain.setColor(QPalette::Base, Qt::transparent);
    m_name->setPalette(plain);
    m_name->setMaxLength(200);
    m_name->setAccessibleName(tr("Name"));
    column->addWidget(m_name);
    column->addWidget(m_title);
    column->addWidget(m_kind);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->isModified()) {
            m_name->setModified(false);
            Q_EMIT renamed(m_name->text());
        }
    });
    setFixed();
}

void SubjectHead::showSubject(const QString& icon, const QColor& mark, const QColor& soft) {
    m_icon = icon;
    m_mark = mark;
    m_soft = soft;
    update();
}

void SubjectHead::showTexts(const QString& name, const QString& kind) {
    if (!m_name->hasFocus() || !m_name->isModified()) {
        m_name->setText(name);
        m_name->setCursorPosition(0);
    }
    m_title->setText(name);
    m_kind->setText(kind);
}

void SubjectHead::setRenameable(const QString& fieldName) {
    m_name->setAccessibleName(fieldName);
    m_name->show();
    m_title->hide();
}

void SubjectHead::setFixed() {
    m_name->hide();
    m_title->show();
}

void SubjectHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& t = currentTheme();
    paintRounded(&painter, QRectF(14, 11, 36, 36), 8, m_soft, QColor());
    painter.drawPixmap(22, 19, iconPixmap(m_icon, m_mark, 20, devicePixelRatioF()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (m_name->hasFocus()) {
        paintRounded(&painter, QRectF(m_name->geometry()).adjusted(-5, -1, 2, 2), 5, QColor(), t.focus, 2);
    }
}

}  // namespace tideline
