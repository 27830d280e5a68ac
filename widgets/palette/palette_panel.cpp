// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/palette_panel.h"

#include "widgets/controls/empty_state.h"
#include "widgets/controls/search_field.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/palette/host_chips.h"
#include "widgets/palette/kind_list.h"
#include "widgets/palette/kind_search.h"
#include "widgets/palette/outline_list.h"
#include "widgets/session/design_session.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace tideline {

PalettePanel::PalettePanel(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(session.catalog()),
      m_tabs(new SegmentedControl({tr("Services"), tr("Outline")}, this)),
      m_search(new SearchField(tr("Find a service"), QStringLiteral("/"), this)),
      m_hosts(new HostChips(this)),
      m_list(new KindList(m_model, this)),
      m_empty(new EmptyState(QStringLiteral("search"), this)),
      m_outline(new OutlineList(session, this)),
      m_pages(new QStackedWidget(this)) {
    m_tabs->setAccessibleName(tr("What the panel shows"));
    m_tabs->setPlain();
    auto* services = new QWidget(this);
    auto* column = new QVBoxLayout(services);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 0, 10, 2);
    head->setSpacing(6);
    head->addWidget(m_search);
    head->addWidget(m_hosts);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    m_pages->addWidget(services);
    m_pages->addWidget(m_outline);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->setSpacing(4);
    all->addWidget(m_tabs, 0, Qt::AlignLeft);
    all->addWidget(m_pages, 1);
    setTabOrder(m_search, m_list);

    connect(m_tabs, &SegmentedControl::choiceChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::filter);
    connect(m_hosts, &HostChips::choiceChanged, this, &PalettePanel::filter);
    connect(m_search, &SearchField::moved, m_list, &KindList::moveBy);
    connect(m_search, &SearchField::left, this, &PalettePanel::left);
    connect(m_search, &SearchField::accepted, this, [this] {
        const QString kind = m_model.hasKinds() ? m_list->chosenKind() : nearest();
        if (!kind.isEmpty()) {
            Q_EMIT kindAccepted(kind);
        }
    });
    connect(m_list, &KindList::kindAccepted, this, &PalettePanel::kindAccepted);
    connect(m_list, &KindList::dragEnded, this, &PalettePanel::dragEnded);
    connect(m_empty, &EmptyState::pressed, this, [this] {
        if (const QString kind = nearest(); !kind.isEmpty()) {
            Q_EMIT kindAccepted(kind);
        }
    });
    filter();
}

QString PalettePanel::nearest() const {
    const ServiceKind* near = m_search->text().isEmpty() ? nullptr : nearestKind(m_session.catalog(), m_search->text());
    return near != nullptr ? QString::fromStdString(near->key) : QString();
}

void PalettePanel::focusSearch() {
    m_tabs->choose(0);
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PalettePanel::showGroup(const QString& group) {
    m_tabs->choose(0);
    m_search->clear();
    if (const int row = m_model.showGroup(group); row >= 0) {
        m_list->scrollTo(m_model.index(row), QAbstractItemView::PositionAtTop);
        m_list->setFocus();
        m_list->setCurrentIndex(m_model.index(row + 1));
    }
}

void PalettePanel::filter() {
    const QString text = m_search->text();
    m_model.filter(text, m_hosts->chosen());
    const bool hasKinds = m_model.hasKinds();
    m_list->setVisible(hasKinds);
    m_empty->setVisible(!hasKinds);
    if (hasKinds) {
        if (!text.isEmpty()) {
            m_list->chooseFirst();
        }
        return;
    }
    const ServiceKind* near = text.isEmpty() ? nullptr : nearestKind(m_session.catalog(), text);
    const QString title = text.isEmpty() ? tr("No kind runs there") : tr("No service named “%1”").arg(text);
    if (near) {
        const QString its = QString::fromStdString(near->title);
        m_empty->setTexts(title, tr("Did you mean %1?").arg(its), tr("Add %1").arg(its));
    } else {
        m_empty->setTexts(title, tr("Search by what it does, or clear the filter of places."));
    }
}

}  // namespace tideline
