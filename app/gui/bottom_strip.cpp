// SPDX-License-Identifier: Apache-2.0
#include "app/gui/bottom_strip.h"

#include "app/gui/count_chip.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/chart_series.h"
#include "widgets/cost/chart_switches.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/findings/findings_model.h"
#include "widgets/findings/findings_panel.h"
#include "widgets/look/icons.h"
#include "widgets/session/design_session.h"
#include "widgets/traffic/traffic_panel.h"

#include <QBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace tideline {

BottomStrip::BottomStrip(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_tabs(new QTabBar(this)),
      m_sentence(new ElidedLabel(QString(), FontRole::Small, &Theme::t1, this)),
      m_fold(new QToolButton(this)),
      m_count(new CountChip(m_tabs)),
      m_pages(new QStackedWidget(this)),
      m_cost(new CostPanel(session, this)),
      m_findings(new FindingsPanel(session, this)),
      m_traffic(new TrafficPanel(session, this)) {
    m_tabs->addTab(themedIcon(QStringLiteral("curve")), tr("Cost"));
    m_tabs->addTab(themedIcon(QStringLiteral("findings")), tr("Findings"));
    m_tabs->addTab(themedIcon(QStringLiteral("traffic")), tr("Traffic"));
    m_tabs->setTabButton(1, QTabBar::RightSide, m_count);
    m_tabs->setFont(fontOf(FontRole::Body));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Cost, findings, traffic"));
    m_sentence->setAlignment(Qt::AlignRight);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::TabFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 0);
    head->addWidget(m_tabs, 0, Qt::AlignBottom);
    head->addWidget(m_sentence, 1);
    head->addWidget(&m_cost->switches());
    head->addSpacing(8);
    head->addWidget(m_fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    for (QWidget* page :
         {static_cast<QWidget*>(m_cost), static_cast<QWidget*>(m_findings), static_cast<QWidget*>(m_traffic)}) {
        m_pages->addWidget(page);
    }
    m_tabs->setFixedHeight(kFoldedHeight);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        refreshSwitches();
    });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && !m_isOpen) {
            setOpen(true);
        }
    });
    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(m_findings, &FindingsPanel::countChanged, this, &BottomStrip::refreshCount);
    connect(&session, &DesignSession::analysisChanged, this, &BottomStrip::refreshSentence);
    refreshCount();
    setOpen(true);
}

void BottomStrip::setOpen(bool isOpen) {
    m_isOpen = isOpen;
    m_pages->setVisible(isOpen);
    m_fold->setIcon(themedIcon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up")));
    m_fold->setAccessibleName(isOpen ? tr("Fold the strip") : tr("Unfold the strip"));
    m_fold->setToolTip(tr("%1  Ctrl+J").arg(m_fold->accessibleName()));
    refreshSwitches();
    setMinimumHeight(isOpen ? 150 : kFoldedHeight);
    setMaximumHeight(isOpen ? QWIDGETSIZE_MAX : kFoldedHeight);
    refreshSentence();
    Q_EMIT openChanged();
}

void BottomStrip::showTab(int tab) {
    m_tabs->setCurrentIndex(tab);
    if (!m_isOpen) {
        setOpen(true);
    }
}

void BottomStrip::refreshSwitches() {
    m_cost->switches().setVisible(m_isOpen && m_tabs->currentIndex() == 0);
}

void BottomStrip::refreshSentence() {
    m_sentence->setText(m_isOpen
                            ? QString()
                            : cheapestSentence(m_session.analysis().figures.curves, m_session.shownRequestsPerMonth()));
}

void BottomStrip::refreshCount() {
    const int count = m_findings->model().openCount();
    m_count->setText(QString::number(count));
    m_count->setVisible(count > 0);
    m_count->resize(m_count->sizeHint().width(), m_count->height());
    // The tab bar asks its buttons for their size only when it lays its tabs out.
    m_tabs->setTabText(1, m_tabs->tabText(1));
}

}  // namespace tideline
