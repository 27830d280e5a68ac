// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/cost_panel.h"

#include "widgets/controls/segmented_control.h"
#include "widgets/cost/bill_lines_model.h"
#include "widgets/cost/cost_chart.h"
#include "widgets/cost/cost_table_model.h"
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

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->verticalHeader()->setMinimumSectionSize(24);
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

}  // namespace

CostPanel::CostPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_left(new QWidget(this)),
      m_switch(new SegmentedControl({tr("By place"), tr("Every line")}, this)),
      m_pages(new QStackedWidget(this)),
      m_places(makeTable(new CostTableModel(session, this), tr("Monthly cost by place"), this)),
      m_lines(makeTable(new BillLinesModel(session, this), tr("Every line of the bill"), this)) {
    m_places->setItemDelegate(new MoneyDelegate(this));
    m_places->setSelectionMode(QAbstractItemView::NoSelection);
    m_places->setFocusPolicy(Qt::TabFocus);
    m_switch->setAccessibleName(tr("What the table lists"));
    m_pages->addWidget(m_places);
    m_pages->addWidget(m_lines);
    connect(m_switch, &SegmentedControl::choiceChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_lines, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(BillLinesModel::kServiceRole).toString(); !id.isEmpty()) {
            Q_EMIT serviceWanted(id);
        }
    });
    m_switch->hide();
    layOut();
}

CostChart& CostPanel::chart() {
    if (!m_chart) {
        m_chart = new CostChart(m_session, ChartSize::Strip, m_left);
        layOut();
        m_chart->show();
    }
    return *m_chart;
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
    if (m_chart) {
        m_chart->setGeometry(m_left->rect());
    }
    const int switchHeight = m_switch->sizeHint().height();
    m_switch->move(width() - m_switch->sizeHint().width() - 10, height() - switchHeight - 6);
    m_switch->resize(m_switch->sizeHint());
    m_pages->setGeometry(width() - table, 0, table, height() - switchHeight - 12);
}

}  // namespace tideline
