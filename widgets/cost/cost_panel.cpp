// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/cost_panel.h"

#include "widgets/controls/segmented_control.h"
#include "widgets/cost/bill_tree.h"
#include "widgets/cost/bill_tree_model.h"
#include "widgets/cost/chart_switches.h"
#include "widgets/cost/cost_chart.h"
#include "widgets/cost/cost_table_model.h"
#include "widgets/cost/growth_chart.h"
#include "widgets/cost/likely_range.h"
#include "widgets/cost/money_delegate.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

namespace tideline {

namespace {

constexpr int kRowHeight = 24;  ///< of both tables

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setAccessibleName(name);
    return table;
}

/// So much of the height that the last row is not cut.
int wholeRows(int height, int head) {
    return head + std::max(0, height - head) / kRowHeight * kRowHeight;
}

}  // namespace

CostPanel::CostPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_likely(new LikelyRange(session, this)),
      m_switches(new ChartSwitches(session, *m_likely, this)),
      m_left(new QWidget(this)),
      m_switch(new SegmentedControl({tr("By place"), tr("Every line")}, this)),
      m_grouping(new SegmentedControl({tr("Service"), tr("Place"), tr("Category")}, this)),
      m_pages(new QStackedWidget(this)),
      m_places(makeTable(new CostTableModel(session, this), tr("Monthly cost by place"), this)),
      m_lines(new BillTree(session, this)) {
    m_places->setItemDelegate(new MoneyDelegate(this));
    m_places->setSelectionMode(QAbstractItemView::NoSelection);
    m_places->setFocusPolicy(Qt::TabFocus);
    m_switch->setAccessibleName(tr("What the table lists"));
    m_grouping->setAccessibleName(tr("How lines are grouped"));
    m_grouping->setToolTip(tr("Group the lines"));
    m_pages->addWidget(m_places);
    m_pages->addWidget(m_lines);
    connect(m_switch, &SegmentedControl::choiceChanged, this, &CostPanel::showTable);
    connect(m_grouping, &SegmentedControl::choiceChanged, m_lines,
            [this](int choice) { m_lines->group(static_cast<BillGrouping>(choice)); });
    connect(m_lines, &BillTree::serviceWanted, this, &CostPanel::serviceWanted);
    connect(m_switches, &ChartSwitches::changed, this, &CostPanel::followSwitches);
    connect(m_switches, &ChartSwitches::settingsWanted, this, &CostPanel::settingsWanted);
    m_switches->hide();
    m_switch->hide();
    m_grouping->hide();
    layOut();
}

CostChart& CostPanel::chart() {
    if (!m_chart) {
        m_chart = new CostChart(m_session, ChartSize::Strip, m_left);
        layOut();
        followSwitches();
    }
    return *m_chart;
}

GrowthChart& CostPanel::growth() {
    if (!m_growth) {
        m_growth = new GrowthChart(m_session, m_left);
        layOut();
    }
    return *m_growth;
}

void CostPanel::followSwitches() {
    const bool isOverMonths = m_switches->isOverMonths();
    if (isOverMonths) {
        growth();
    }
    if (m_growth) {
        m_growth->setVisible(isOverMonths);
    }
    if (m_chart) {
        m_chart->setVisible(!isOverMonths);
        m_chart->showLikelyRange(m_switches->showsLikelyRange() ? m_likely : nullptr);
        m_chart->showPublishedPoints(m_switches->showsPoints());
    }
}

void CostPanel::showTable(int page) {
    m_pages->setCurrentIndex(page);
    layOut();
    m_grouping->setVisible(page == 1);
}

void CostPanel::showLines() {
    m_switch->choose(1);
}

void CostPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_switch->show();
    if (!m_chart) {
        // The first chart of a process costs 10 to 18 ms: the window is painted before it.
        QTimer::singleShot(0, this, [this] { chart(); });
    }
}

void CostPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void CostPanel::layOut() {
    const int table = width() >= 1300 ? 560 : std::min(430, width() / 2);
    m_left->setGeometry(0, 0, width() - table - 1, height());
    for (QWidget* chart : {static_cast<QWidget*>(m_chart), static_cast<QWidget*>(m_growth)}) {
        if (chart) {
            chart->setGeometry(m_left->rect());
        }
    }
    const int switchHeight = m_switch->sizeHint().height();
    m_switch->move(width() - m_switch->sizeHint().width() - 10, height() - switchHeight - 6);
    m_switch->resize(m_switch->sizeHint());
    m_grouping->move(width() - table + 8, height() - switchHeight - 6);
    m_grouping->resize(m_grouping->sizeHint());
    const QHeaderView* head = m_pages->currentIndex() == 0 ? m_places->horizontalHeader() : m_lines->header();
    m_pages->setGeometry(width() - table, 0, table, wholeRows(height() - switchHeight - 12, head->sizeHint().height()));
}

}  // namespace tideline
