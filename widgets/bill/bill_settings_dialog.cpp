// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/bill_settings_dialog.h"

#include "widgets/bill/discounts_page.h"
#include "widgets/bill/lines_page.h"
#include "widgets/bill/people_page.h"
#include "widgets/bill/prices_page.h"
#include "widgets/bill/ranges_page.h"
#include "widgets/bill/support_page.h"
#include "widgets/controls/themed_label.h"
#include "widgets/controls/window_size.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace tideline {

namespace {

/// Support and discounts, one above the other.
QWidget* makeTerms(DesignSession& session, QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(new ThemedLabel(BillSettingsDialog::tr("Support plan"), FontRole::BodyTitle, &Theme::t1, page));
    column->addWidget(new SupportPage(session, page));
    column->addSpacing(12);
    column->addWidget(new ThemedLabel(BillSettingsDialog::tr("Discounts"), FontRole::BodyTitle, &Theme::t1, page));
    column->addWidget(new DiscountsPage(session, page));
    column->addStretch(1);
    return page;
}

}  // namespace

BillSettingsDialog::BillSettingsDialog(DesignSession& session, PriceShelf& shelf, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_ranges(new RangesPage(session, this)),
      m_prices(new PricesPage(session, shelf, this)) {
    setWindowTitle(tr("Bill settings"));
    resizeWithinScreen(*this, {900, 640});
    setMinimumSize(720, 480);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(fontOf(FontRole::Body));
    m_tabs->setAccessibleName(tr("Parts of the bill settings"));
    addPage(tr("People and tools"), new PeoplePage(session, this));
    addPage(tr("Lines"), new LinesPage(session, this));
    addPage(tr("Support and discounts"), makeTerms(session, this));
    addPage(tr("Likely ranges"), m_ranges);
    m_tabs->addTab(tr("Prices"));
    m_pages->addWidget(m_prices);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->addWidget(m_tabs);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(makeFoot());
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, &session, &DesignSession::undo);
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, &session, &DesignSession::redo);
    connect(m_prices, &PricesPage::left, this, &QDialog::reject);
    connect(&session, &DesignSession::opened, this, &BillSettingsDialog::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &BillSettingsDialog::refresh);
    connect(&session, &DesignSession::designChanged, m_refusal, [this] { m_refusal->setText(QString()); });
    connect(&session, &DesignSession::refused, m_refusal, &QLabel::setText);
    takeTheme();
    refresh();
}

void BillSettingsDialog::addPage(const QString& title, QWidget* page) {
    auto* area = new QScrollArea(this);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->addTab(title);
    m_pages->addWidget(area);
}

QWidget* BillSettingsDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 8, 20, 12);
    row->setSpacing(8);
    row->addWidget(new ThemedLabel(tr("The design costs"), FontRole::Body, &Theme::t2, foot));
    m_total = new NumberLabel(FontRole::BodyTitle, &Theme::t1, foot);
    row->addWidget(m_total);
    row->addWidget(new ThemedLabel(tr("a month"), FontRole::Body, &Theme::t2, foot));
    m_refusal = new ElidedLabel(QString(), FontRole::Small, &Theme::problem, foot);
    row->addWidget(m_refusal, 1);
    auto* close = new QPushButton(tr("Close"), foot);
    close->setAutoDefault(false);
    close->setProperty("buttonHeight", 32);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return foot;
}

void BillSettingsDialog::showPage(Page page) {
    m_tabs->setCurrentIndex(page);
}

void BillSettingsDialog::takeTheme() {
    setPalette(panelPaletteOf(currentTheme()));
}

void BillSettingsDialog::refresh() {
    m_total->setText(tableMoney(m_session.analysis().figures.bill.monthly.dollars()));
}

}  // namespace tideline
