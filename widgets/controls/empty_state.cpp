// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/empty_state.h"

#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace tideline {

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent),
      m_icon(icon),
      m_picture(new QLabel(this)),
      m_title(new ThemedLabel(QString(), FontRole::BodyTitle, &Theme::t1, this)),
      m_sentence(new ThemedLabel(QString(), FontRole::Small, &Theme::t2, this)),
      m_button(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    m_sentence->setWordWrap(true);
    m_button->setAutoDefault(false);
    for (QLabel* label : {m_picture, m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter);
    }
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
    takeIcon();
}

void EmptyState::setTexts(const QString& title, const QString& sentence, const QString& button) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) {
        takeIcon();
    }
    QWidget::changeEvent(event);
}

void EmptyState::takeIcon() {
    m_picture->setPixmap(iconPixmap(m_icon, currentTheme().t3, 26, devicePixelRatioF()));
}

}  // namespace tideline
