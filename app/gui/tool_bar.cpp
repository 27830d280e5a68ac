// SPDX-License-Identifier: Apache-2.0
#include "app/gui/tool_bar.h"

#include "app/gui/action_book.h"
#include "app/gui/open_documents.h"
#include "core/edit/settings_edits.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace tideline {

namespace {
constexpr int kStateIcon = 14;
}

StudioToolBar::StudioToolBar(const ActionBook& book, DesignSession& session, OpenDocuments& documents, QWidget* parent)
    : QToolBar(tr("Tools"), parent),
      m_session(session),
      m_documents(documents),
      m_middle(new QWidget(this)),
      m_name(new QLineEdit(m_middle)),
      m_stateIcon(new QLabel(m_middle)),
      m_state(new ThemedLabel(QString(), FontRole::Small, &Theme::t3, m_middle)),
      m_export(new QPushButton(tr("Export…"), this)) {
    setMovable(false);
    setFloatable(false);
    setFixedHeight(44);
    setIconSize(QSize(18, 18));
    setContextMenuPolicy(Qt::PreventContextMenu);
    for (const char* key : {"select", "pan", "connect", "", "undo", "redo", "", "tidy", "align-left", "snap"}) {
        if (*key == '\0') {
            addSeparator();
        } else {
            addAction(book.action(key));
        }
    }
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        if (button->defaultAction()) {
            button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
        }
    }
    auto* middle = new QHBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(6);
    m_name->setFrame(false);
    m_name->setFont(fontOf(FontRole::BodyTitle));
    m_name->setAlignment(Qt::AlignRight);
    m_name->setMaxLength(200);
    m_name->setAccessibleName(tr("Name of the design"));
    m_name->setToolTip(tr("Click to rename"));
    QPalette plain;
    plain.setColor(QPalette::Base, Qt::transparent);
    m_name->setPalette(plain);
    middle->addWidget(m_name);
    middle->addWidget(m_stateIcon);
    middle->addWidget(m_state);
    auto* spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spacer);
    addWidget(m_export);
    m_export->setDefault(true);
    m_export->setAccessibleName(tr("Export"));
    m_export->setProperty("buttonHeight", 28);
    connect(m_export, &QPushButton::clicked, book.action("export"), &QAction::trigger);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->isModified()) {
            m_name->setModified(false);
            m_session.apply(setTitle(m_name->text().toStdString()));
            m_session.endMerge();
        }
        refresh();
    });
    connect(m_name, &QLineEdit::textChanged, this, &StudioToolBar::placeTitle);
    refresh();
}

void StudioToolBar::refresh() {
    const bool isOpen = m_documents.isOpen();
    m_middle->setVisible(isOpen);
    m_export->setIcon(coloredIcon(QStringLiteral("export"), currentTheme().onAccent));
    if (!m_name->hasFocus() || !m_name->isModified()) {
        m_name->setText(m_documents.title());
    }
    const bool isSaved = !m_session.isModified() && !m_documents.path().isEmpty();
    m_state->setText(isSaved ? tr("Saved") : tr("Not saved"));
    m_stateIcon->setVisible(isSaved);
    m_stateIcon->setPixmap(iconPixmap(QStringLiteral("check"), currentTheme().t3, kStateIcon, devicePixelRatioF()));
    placeTitle();
}

void StudioToolBar::placeTitle() {
    const int name = std::min(360, m_name->fontMetrics().horizontalAdvance(m_name->text()) + 14);
    m_name->setFixedWidth(std::max(40, name));
    const int icon = m_stateIcon->isVisibleTo(m_middle) ? kStateIcon + 6 : 0;
    const int width = m_name->width() + 6 + icon + m_state->sizeHint().width();
    m_middle->setGeometry((this->width() - width) / 2, 6, width, 32);
}

void StudioToolBar::resizeEvent(QResizeEvent* event) {
    QToolBar::resizeEvent(event);
    placeTitle();
}

}  // namespace tideline
